import type { ShapeId } from "../base/ids";
import type { BoardPoint } from "../geometry/point";
import type { InkPoint } from "../shapes/ink/ink-point";

/** What people do at this moment: shown to the others, never stored. Gestures are numbered by the member who makes them. */
export type LiveEntry =
  LiveBegin | LiveCursor | LiveStroke | LiveEnd | LiveCancel;

/** A stroke of ink has begun. Reliable; the server keeps it for those who join meanwhile. */
export interface LiveBegin {
  readonly kind: "begin";
  readonly gesture: number;
  /** The shape that the gesture is going to make. */
  readonly shape: ShapeId;
  readonly at: BoardPoint;
  /** `#rrggbb` */
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly hasPressure: boolean;
}

export interface LiveCursor {
  readonly kind: "cursor";
  readonly at: BoardPoint;
}

/** Further points of a stroke. Droppable: `first` tells what is missing before them. */
export interface LiveStroke {
  readonly kind: "stroke";
  readonly gesture: number;
  /** The index of the first of `points` in the stroke. */
  readonly first: number;
  readonly hasPressure: boolean;
  /** Relative to the stroke's `at`. */
  readonly points: readonly InkPoint[];
}

/** The gesture is over and its commit has been sent before this. Reliable. */
export interface LiveEnd {
  readonly kind: "end";
  readonly gesture: number;
}

/** The gesture is over and leaves nothing behind. Reliable. */
export interface LiveCancel {
  readonly kind: "cancel";
  readonly gesture: number;
}

/** A member's entry, as the server hands it on. */
export interface SlottedEntry {
  readonly slot: number;
  readonly entry: LiveEntry;
}

/** Whether everybody must get the entry, however slow their line is. */
export const isReliable = (entry: LiveEntry): boolean =>
  entry.kind !== "cursor" && entry.kind !== "stroke";
