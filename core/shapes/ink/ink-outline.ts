import { getStroke } from "perfect-freehand";

import { distance } from "../../geometry/point";
import type { InkPoint } from "./ink-point";
import type { InkShape } from "./ink-shape";

/** How wide a line of stroke width 1 is at rest, board units: a pen's line looks thinner than a ruler's of the same width. */
const WIDTH_FACTOR = 2;
/** How much of the width follows the pressure: 0 none, 1 all of it. */
const THINNING = 0.5;
/** Both 0 to 1: how far the outline is simplified, and how far the hand's shake is evened out. */
const SMOOTHING = 0.5;
const STREAMLINE = 0.45;

/** Diameter of a line drawn with medium pressure; board units. */
export const inkDiameter = (strokeWidth: number): number =>
  strokeWidth * WIDTH_FACTOR;

/** The farthest from its points that a stroke can paint, at full pressure; board units. */
export const inkReach = (strokeWidth: number): number =>
  (inkDiameter(strokeWidth) / 2) * (1 + THINNING);

/** Whether the pen never really moved, so that its trace is a dot. */
export function isDot({ points, strokeWidth }: InkShape): boolean {
  const first = points[0]!;
  const span = inkDiameter(strokeWidth) / 4;
  return points.every((point) => distance(point, first) <= span);
}

interface Outline {
  readonly strokeWidth: number;
  readonly corners: Float32Array;
}

// Keyed by the points: moving or recolouring a stroke brings a new shape with the same ones.
const outlines = new WeakMap<readonly InkPoint[], Outline>();

/** The polygon around a finished stroke as x0, y0, x1, y1, …, relative to the shape's `at`. */
export function inkOutline(shape: InkShape): Float32Array {
  const { points, strokeWidth, hasPressure } = shape;
  const known = outlines.get(points);
  if (known?.strokeWidth === strokeWidth) return known.corners;
  // Single precision: a board full of handwriting keeps a few million of these numbers.
  const corners = Float32Array.from(
    getStroke([...points], {
      size: inkDiameter(strokeWidth),
      thinning: THINNING,
      smoothing: SMOOTHING,
      streamline: STREAMLINE,
      simulatePressure: !hasPressure,
      last: true,
    }).flat(),
  );
  outlines.set(points, { strokeWidth, corners });
  return corners;
}
