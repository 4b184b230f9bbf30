import type { Box } from "@/core/geometry/box";
import {
  boardPoint,
  type BoardPoint,
  type ScreenPoint,
} from "@/core/geometry/point";
import { cornersOf } from "@/core/geometry/turn";
import type { LayerSurface } from "./layer";
import { toScreen, type View } from "./view";

/** Makes the surface's unit a CSS pixel, whose origin is the canvas's. */
export function inScreenPixels(
  surface: LayerSurface,
  { pixelRatio }: View,
  { x, y }: ScreenPoint = { x: 0, y: 0 },
): void {
  const [left, top] = [x * pixelRatio, y * pixelRatio];
  surface.setTransform(pixelRatio, 0, 0, pixelRatio, left, top);
}

/** On the middle of a pixel, where a thin line is sharp. */
export const sharp = ({ x, y }: ScreenPoint): ScreenPoint => ({
  x: Math.round(x - 0.5) + 0.5,
  y: Math.round(y - 0.5) + 0.5,
});

/** Adds the outline of a box of the board, turned or not, to the path of a surface in screen pixels. */
export function traceCorners(
  surface: LayerSurface,
  view: View,
  corners: readonly BoardPoint[],
): void {
  const isUpright = corners[0]?.y === corners[1]?.y;
  corners.forEach((corner, i) => {
    const place = toScreen(view, corner);
    // Slanting lines have nothing to be sharp on, and would tremble while they turn.
    const { x, y } = isUpright ? sharp(place) : place;
    if (i === 0) surface.moveTo(x, y);
    else surface.lineTo(x, y);
  });
  surface.closePath();
}

/** A box of the board where it is seen, its edges on the middle of pixels. */
export function screenBox(view: View, box: Box): Box {
  const [from, , to] = cornersOf(box).map((corner) =>
    sharp(toScreen(view, boardPoint(corner.x, corner.y))),
  );
  return { minX: from!.x, minY: from!.y, maxX: to!.x, maxY: to!.y };
}
