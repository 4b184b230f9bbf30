import type { BoardPoint } from "../../geometry/point";
import type { ShapeBase } from "../shape";
import type { Dash } from "../style";

/** A straight line between two points. `at` is its start. */
interface LineShapeBase extends ShapeBase {
  /** Its end, relative to `at`. */
  readonly tip: BoardPoint;
  readonly dash: Dash;
}

export interface LineShape extends LineShapeBase {
  readonly kind: "line";
}

/** A line with a head at its end. */
export interface ArrowShape extends LineShapeBase {
  readonly kind: "arrow";
}

export type StraightShape = LineShape | ArrowShape;
