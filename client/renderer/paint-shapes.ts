import { areSame } from "@/core/base/remembered";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { LayerSurface } from "./layer";
import { paintShape, type ShapeLook } from "./paint-shape";
import { placeShape, scaleOf } from "./place-shape";
import type { View } from "./view";

/** Shapes in the order they are painted, and how. */
export interface ShapePicture {
  readonly shapes: Iterable<Shape>;
  /** The frames that a shape is seen within, in any order. */
  framesOf(shape: Shape): readonly Shape[];
  lookOf(shape: Shape): ShapeLook | undefined;
}

/** Paints shapes, each within its frames. */
export function paintShapes(
  picture: ShapePicture,
  surface: LayerSurface,
  view: View,
): void {
  const painting = paintShapeByShape(picture, surface, view);
  while (!painting.next().done);
}

/** The same, and stops after each shape. The clip is set once for neighbours in the same frames. */
export function* paintShapeByShape(
  { shapes, framesOf, lookOf }: ShapePicture,
  surface: LayerSurface,
  view: View,
): Generator<void> {
  let clippedTo: readonly Shape[] = [];
  for (const shape of shapes) {
    const frames = framesOf(shape);
    if (!areSame(frames, clippedTo)) {
      if (clippedTo.length > 0) surface.restore();
      if (frames.length > 0) clipTo(frames, surface, view);
      clippedTo = frames;
    }
    paintShape(shape, surface, view, lookOf(shape));
    yield;
  }
  if (clippedTo.length > 0) surface.restore();
}

function clipTo(
  frames: readonly Shape[],
  surface: LayerSurface,
  view: View,
): void {
  const context = { surface, theme: view.theme, scale: scaleOf(view) };
  surface.save();
  for (const frame of frames) {
    placeShape(frame, surface, view);
    surface.beginPath();
    kindOf(frame).traceClip?.(frame, context);
    surface.clip();
  }
}
