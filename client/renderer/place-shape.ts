import { centreOf } from "@/core/geometry/box";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { LayerSurface } from "./layer";
import type { View } from "./view";

/** Device pixels per board unit. */
export const scaleOf = ({ camera, pixelRatio }: View): number =>
  camera.zoom * pixelRatio;

/** Makes the surface's coordinates those of the shape itself. */
export function placeShape(
  shape: Shape,
  surface: LayerSurface,
  view: View,
): void {
  const { at, angle } = shape;
  const scale = scaleOf(view);
  // Worked out here, since canvases keep coordinates in single precision: far from the origin strokes would tremble.
  const left = (at.x - view.camera.x) * scale;
  const top = (at.y - view.camera.y) * scale;
  if (angle === 0) return surface.setTransform(scale, 0, 0, scale, left, top);
  const cos = scale * Math.cos(angle);
  const sin = scale * Math.sin(angle);
  const { x, y } = centreOf(kindOf(shape).box(shape));
  surface.setTransform(
    cos,
    sin,
    -sin,
    cos,
    left + scale * x - (cos * x - sin * y),
    top + scale * y - (sin * x + cos * y),
  );
}
