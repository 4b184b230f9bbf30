import type { ShapeId } from "@/core/base/ids";
import type { BoardPoint } from "@/core/geometry/point";
import type { InkPoint } from "@/core/shapes/ink/ink-point";

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

/** Shows the others what this person does before it is an edit. Nothing that goes this way is kept. */
export interface GestureLane {
  moveCursor(at: BoardPoint): void;
  beginStroke(stroke: StrokeStart): StrokeGesture;
}

/** The lane of a board without a network. */
export const silentLane: GestureLane = {
  moveCursor: () => {},
  beginStroke: () => ({ extend: () => {}, end: () => {}, cancel: () => {} }),
};
