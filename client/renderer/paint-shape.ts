import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { LayerSurface } from "./layer";
import { placeShape, scaleOf } from "./place-shape";
import type { View } from "./view";

/** How a shape is shown that is not shown as it is. */
export interface ShapeLook {
  /** Factor on its own opacity, 0 to 1. */
  readonly alpha?: number;
  /** Its text is shown by somebody else. */
  readonly withoutText?: boolean;
}

/** Paints a shape where it is seen. */
export function paintShape(
  shape: Shape,
  surface: LayerSurface,
  view: View,
  { alpha = 1, withoutText = false }: ShapeLook = {},
): void {
  // Of the whole shape: one that is as large as its text still turns about the middle of it.
  placeShape(shape, surface, view);
  surface.globalAlpha = shape.opacity * alpha;
  const context = { surface, theme: view.theme, scale: scaleOf(view) };
  kindOf(shape).paint(withoutText ? wordless(shape) : shape, context);
}

/** Without a text there is nothing to fit into the shape either. */
const wordless = (shape: Shape): Shape =>
  "text" in shape ? { ...shape, text: "" } : shape;
