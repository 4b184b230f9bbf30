import type { Layer, LayerSurface } from "./layer";
import type { CreatePicture, OffscreenPicture } from "./offscreen-picture";
import type { Scene } from "./scene";
import { DOT_COLOUR, GROUND_COLOUR } from "./sheet-colours";
import type { View } from "./view";

/** Board units between two dots at 100 %. */
const GRID = 20;
/** Dots closer than this are left out, every other one; CSS pixels. */
const MIN_SPACING = 14;
/** How much farther apart than that they must be to be seen in full. */
const FADE_SHARE = 0.4;
const DOT_SIZE = 1.5;

/** The paper: its colour, and unless they are turned off, faint dots that show how it moves and how large it is. */
export function createGroundLayer(
  { isGridShown }: Pick<Scene, "isGridShown">,
  createPicture: CreatePicture,
): Layer {
  const rows = new DotRows(createPicture);
  return {
    watch: (invalidate) => isGridShown.subscribe(invalidate),
    isEmpty: () => false,
    paint(surface, view) {
      const { width, height, pixelRatio, theme } = view;
      surface.setTransform(1, 0, 0, 1, 0, 0);
      surface.globalAlpha = 1;
      surface.fillStyle = GROUND_COLOUR[theme];
      // A device pixel more, for the fraction that a pixel ratio such as 1.25 leaves at the edges.
      surface.fillRect(0, 0, width * pixelRatio + 1, height * pixelRatio + 1);
      if (isGridShown.get()) rows.paint(surface, view);
      return undefined;
    },
  };
}

/** The dots, a row at a time: rows are alike, all of one half of them and all of the other, so that each kind is painted once and copied. */
class DotRows {
  readonly #createPicture: CreatePicture;
  #strip: OffscreenPicture | undefined;
  #width = 0;
  #height = 0;

  constructor(createPicture: CreatePicture) {
    this.#createPicture = createPicture;
  }

  paint(surface: LayerSurface, view: View): void {
    const { camera, pixelRatio } = view;
    const level = Math.ceil(Math.log2(MIN_SPACING / (GRID * camera.zoom)));
    const step = GRID * 2 ** level;
    const spacing = step * camera.zoom;
    const fineness = Math.min(1, (spacing / MIN_SPACING - 1) / FADE_SHARE);
    const size = Math.max(1, Math.round(DOT_SIZE * pixelRatio));
    const width = Math.ceil(view.width * pixelRatio) + size;
    const onCanvas = (line: number, origin: number) =>
      Math.round((line * step - origin) * camera.zoom * pixelRatio - size / 2);

    const { image, surface: strip } = this.#blankStrip(width, 2 * size);
    strip.fillStyle = DOT_COLOUR[view.theme];
    for (const column of linesWithin(
      camera.x,
      view.width / camera.zoom,
      step,
    )) {
      const x = onCanvas(column, camera.x);
      // The dots between those of the next coarser grid fade away before they get too close.
      strip.globalAlpha = column % 2 === 0 ? 1 : fineness;
      strip.fillRect(x, 0, size, size);
      strip.globalAlpha = fineness;
      strip.fillRect(x, size, size, size);
    }
    for (const row of linesWithin(camera.y, view.height / camera.zoom, step)) {
      const top = row % 2 === 0 ? 0 : size;
      const y = onCanvas(row, camera.y);
      surface.drawImage(image, 0, top, width, size, 0, y, width, size);
    }
  }

  #blankStrip(width: number, height: number): OffscreenPicture {
    if (!this.#strip || width !== this.#width || height !== this.#height) {
      this.#strip = this.#createPicture(width, height);
      this.#width = width;
      this.#height = height;
    } else this.#strip.surface.clearRect(0, 0, width, height);
    return this.#strip;
  }
}

/** The numbers of the lines from `from` on, as far as `length` goes. */
function* linesWithin(from: number, length: number, step: number) {
  const last = Math.floor((from + length) / step);
  for (let line = Math.ceil(from / step); line <= last; line++) yield line;
}
