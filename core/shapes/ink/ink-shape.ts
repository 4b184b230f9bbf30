import type { ShapeBase } from "../shape";
import type { InkPoint } from "./ink-point";

interface DrawnShape extends ShapeBase {
  /** Relative to `at`; at least one. */
  readonly points: readonly InkPoint[];
  /** Whether the pressures were measured by a pen. If not, the width follows the speed of the hand. */
  readonly hasPressure: boolean;
  /** How the pen was held at each point: two signed bytes, degrees along x and along y. Absent where no pen told. */
  readonly tilt?: Uint8Array;
}

/** A line drawn by hand. */
export interface InkShape extends DrawnShape {
  readonly kind: "ink";
}

/** A broad line drawn by hand that what lies below shines through. As wide everywhere. */
export interface HighlightShape extends DrawnShape {
  readonly kind: "highlight";
}

export type HandDrawnShape = InkShape | HighlightShape;
