import type { ShapeBase } from "../shape";
import type { InkPoint } from "./ink-point";

/** A line drawn by hand. */
export interface InkShape extends ShapeBase {
  readonly kind: "ink";
  /** Relative to `at`; at least one. */
  readonly points: readonly InkPoint[];
  /** Whether the pressures were measured by a pen. If not, the width follows the speed of the hand. */
  readonly hasPressure: boolean;
}
