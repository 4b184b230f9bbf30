import type { Box } from "@/core/geometry/box";
import type { LayerSurface } from "../layer";
import { scaleOf } from "../place-shape";
import type { SettledPicture } from "../settled-picture";
import type { View } from "../view";
import type { PixelRect } from "../pixel-rect";
import { type Tile, TILE_SIZE } from "./tile";

/**
 * Paints a part of a tile anew, and stops after each shape. On the way it is blank or half done.
 *
 * @param view The tile's.
 */
export function* paintTile(
  surface: LayerSurface,
  picture: SettledPicture,
  view: View,
  rect: PixelRect,
): Generator<void> {
  const { left, top, right, bottom } = rect;
  surface.save();
  surface.setTransform(1, 0, 0, 1, 0, 0);
  surface.clearRect(left, top, right - left, bottom - top);
  surface.beginPath();
  surface.rect(left, top, right - left, bottom - top);
  surface.clip();
  yield* picture.paint(surface, view, boxOf(rect, view));
  surface.restore();
}

/** A tile as a view of its own. */
export function tileView(
  { column, row }: Pick<Tile, "column" | "row">,
  scale: number,
  screen: View,
): View {
  const size = TILE_SIZE / screen.pixelRatio;
  return {
    ...screen,
    camera: {
      x: (column * TILE_SIZE) / scale,
      y: (row * TILE_SIZE) / scale,
      zoom: scale / screen.pixelRatio,
    },
    width: size,
    height: size,
  };
}

function boxOf({ left, top, right, bottom }: PixelRect, view: View): Box {
  const scale = scaleOf(view);
  const { x, y } = view.camera;
  return {
    minX: x + left / scale,
    minY: y + top / scale,
    maxX: x + right / scale,
    maxY: y + bottom / scale,
  };
}
