import type { BoardPoint } from "../../geometry/point";
import type { ShapeBase } from "../shape";

/** A straight line with a head at its end. `at` is its start. */
export interface ArrowShape extends ShapeBase {
  readonly kind: "arrow";
  /** The tip, relative to `at`. */
  readonly tip: BoardPoint;
}
