import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { LayerSurface } from "./layer";
import type { View } from "./view";

const NOWHERE = boardPoint(0, 0);

/** Paints a shape where it is seen, or `by` board units from there. */
export function paintShape(
  shape: Shape,
  surface: LayerSurface,
  { camera, pixelRatio, theme }: View,
  by: BoardPoint = NOWHERE,
): void {
  const scale = camera.zoom * pixelRatio;
  // Worked out here, since canvases keep coordinates in single precision: far from the origin strokes would tremble.
  const x = (shape.at.x + by.x - camera.x) * scale;
  const y = (shape.at.y + by.y - camera.y) * scale;
  surface.setTransform(scale, 0, 0, scale, x, y);
  surface.globalAlpha = shape.opacity;
  kindOf(shape).paint(shape, { surface, theme, scale });
}
