import type { ShapeId } from "../base/ids";
import type { BoardPoint } from "../geometry/point";
import type { HandDrawnShape } from "../shapes/ink/ink-shape";

/** A gesture has begun. Reliable; the server keeps it for those who join meanwhile. */
export type LiveBegin =
  | BeginStroke
  | BeginDraft
  | BeginTransform
  | BeginErase
  | BeginLaser
  | BeginTyping;

interface Begin {
  readonly kind: "begin";
  readonly gesture: number;
}

export interface BeginStroke extends Begin {
  readonly what: HandDrawnShape["kind"];
  /** The shape that the gesture is going to make. */
  readonly shape: ShapeId;
  readonly at: BoardPoint;
  /** `#rrggbb` */
  readonly stroke: string;
  /** Board units. */
  readonly strokeWidth: number;
  /** 0 to 1. */
  readonly opacity: number;
  readonly hasPressure: boolean;
}

export interface BeginDraft extends Begin {
  readonly what: "draft";
  /** The shape that the gesture is going to make. */
  readonly shape: ShapeId;
  /** The shape's record as a JSON object, as `draft-record.ts` writes it. */
  readonly record: string;
}

/** Of a gesture with many shapes there are several, which add up. */
export interface BeginTransform extends Begin {
  readonly what: "transform";
  /** At least one. */
  readonly shapes: readonly ShapeId[];
  /** Whether copies of them are meant while they stay. */
  readonly copies: boolean;
}

export interface BeginErase extends Begin {
  readonly what: "erase";
}

export interface BeginLaser extends Begin {
  readonly what: "laser";
}

export interface BeginTyping extends Begin {
  readonly what: "typing";
  readonly shape: ShapeId;
}
