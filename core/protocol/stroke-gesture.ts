import type { ShapeId } from "../base/ids";
import type { BoardPoint } from "../geometry/point";
import type { InkPoint } from "../shapes/ink/ink-point";

export interface StrokeStart {
  /** The shape that the stroke will be once it is committed. */
  readonly shape: ShapeId;
  /** The stroke's origin. */
  readonly at: BoardPoint;
  /** `#rrggbb` */
  readonly stroke: string;
  /** Board units. */
  readonly strokeWidth: number;
  readonly hasPressure: boolean;
}

export interface StrokeGesture {
  /** Appends points, relative to the stroke's `at`. */
  extend(points: readonly InkPoint[]): void;
  /** Called right after the commit. */
  end(): void;
  /** The stroke leaves nothing behind. */
  cancel(): void;
}
