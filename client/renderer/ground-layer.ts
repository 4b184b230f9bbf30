import type { Theme } from "@/core/shapes/paint-context";
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

/** How the dots lie on the canvas; device pixels. */
interface DotGrid {
  /** From one dot to the next. */
  readonly spacing: number;
  /** Where the dot of column and row 0 is. */
  readonly left: number;
  readonly top: number;
  readonly size: number;
  /** How clearly those are seen that are not on the next coarser grid, too. */
  readonly fineness: number;
}

function dotGridOf({ camera, pixelRatio }: View): DotGrid {
  const level = Math.ceil(Math.log2(MIN_SPACING / (GRID * camera.zoom)));
  const spacing = GRID * 2 ** level * camera.zoom;
  const size = Math.max(1, Math.round(DOT_SIZE * pixelRatio));
  return {
    spacing: spacing * pixelRatio,
    left: -camera.x * camera.zoom * pixelRatio - size / 2,
    top: -camera.y * camera.zoom * pixelRatio - size / 2,
    size,
    fineness: Math.min(1, (spacing / MIN_SPACING - 1) / FADE_SHARE),
  };
}

/** The dots, a row at a time: rows are alike, all of one half of them and all of the other, so that each kind is painted once and copied. */
class DotRows {
  readonly #createPicture: CreatePicture;
  #strip: (OffscreenPicture & { readonly look: string }) | undefined;

  constructor(createPicture: CreatePicture) {
    this.#createPicture = createPicture;
  }

  paint(surface: LayerSurface, view: View): void {
    const grid = dotGridOf(view);
    const { spacing, left, top, size } = grid;
    const width = Math.ceil(view.width * view.pixelRatio);
    const height = view.height * view.pixelRatio;
    // Where dots lie on whole pixels of each other, those of all places are the same but for where they begin.
    const isPeriodic = Number.isInteger(spacing);
    const period = 2 * spacing;
    const room = isPeriodic ? width + period : width + size;
    const origin = isPeriodic ? 0 : left;
    const image = this.#stripOf({ ...grid, left: origin }, room, view.theme);
    const from = isPeriodic ? modulo(-Math.round(left), period) : 0;
    surface.setTransform(1, 0, 0, 1, 0, 0);
    for (const row of linesWithin(top, height, grid)) {
      const source = row % 2 === 0 ? 0 : size;
      const y = Math.round(top + row * spacing);
      surface.drawImage(image, from, source, width, size, 0, y, width, size);
    }
  }

  /** Both kinds of rows, one below the other. */
  #stripOf(grid: DotGrid, width: number, theme: Theme) {
    const { spacing, left, size, fineness } = grid;
    const look = [spacing, left, size, fineness, width, theme].join(" ");
    if (this.#strip?.look === look) return this.#strip.image;
    const { image, surface } = this.#blankStrip(width, 2 * size);
    surface.fillStyle = DOT_COLOUR[theme];
    for (const column of linesWithin(left, width, grid)) {
      const x = Math.round(left + column * spacing);
      // The dots between those of the next coarser grid fade away before they get too close.
      surface.globalAlpha = column % 2 === 0 ? 1 : fineness;
      surface.fillRect(x, 0, size, size);
      surface.globalAlpha = fineness;
      surface.fillRect(x, size, size, size);
    }
    this.#strip = { image, surface, look };
    return image;
  }

  #blankStrip(width: number, height: number): OffscreenPicture {
    const strip = this.#strip;
    if (strip?.image.width !== width || strip.image.height !== height)
      return this.#createPicture(width, height);
    strip.surface.clearRect(0, 0, width, height);
    return strip;
  }
}

const modulo = (value: number, period: number): number =>
  ((value % period) + period) % period;

/** The numbers of the lines of dots that are seen along `length`, where line 0 is at `origin`. */
function* linesWithin(
  origin: number,
  length: number,
  { spacing, size }: Pick<DotGrid, "spacing" | "size">,
) {
  const last = Math.floor((length - origin) / spacing);
  for (let line = Math.ceil((-origin - size) / spacing); line <= last; line++)
    yield line;
}
