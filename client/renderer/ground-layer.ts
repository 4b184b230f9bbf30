import type { Layer, LayerSurface } from "./layer";
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
export function createGroundLayer({
  isGridShown,
}: Pick<Scene, "isGridShown">): Layer {
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
      if (isGridShown.get()) paintDots(surface, view);
      return undefined;
    },
  };
}

function paintDots(surface: LayerSurface, view: View): void {
  const { camera, pixelRatio, theme } = view;
  surface.fillStyle = DOT_COLOUR[theme];
  const level = Math.ceil(Math.log2(MIN_SPACING / (GRID * camera.zoom)));
  const step = GRID * 2 ** level;
  const spacing = step * camera.zoom;
  const fineness = Math.min(1, (spacing / MIN_SPACING - 1) / FADE_SHARE);
  const size = Math.max(1, Math.round(DOT_SIZE * pixelRatio));
  const firstColumn = Math.ceil(camera.x / step);
  const lastColumn = Math.floor((camera.x + view.width / camera.zoom) / step);
  const firstRow = Math.ceil(camera.y / step);
  const lastRow = Math.floor((camera.y + view.height / camera.zoom) / step);

  for (let row = firstRow; row <= lastRow; row++) {
    const y = (row * step - camera.y) * camera.zoom * pixelRatio;
    for (let column = firstColumn; column <= lastColumn; column++) {
      // The dots between those of the next coarser grid fade away before they get too close.
      const isCoarse = row % 2 === 0 && column % 2 === 0;
      surface.globalAlpha = isCoarse ? 1 : fineness;
      const x = (column * step - camera.x) * camera.zoom * pixelRatio;
      surface.fillRect(
        Math.round(x - size / 2),
        Math.round(y - size / 2),
        size,
        size,
      );
    }
  }
}
