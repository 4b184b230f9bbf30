import type { ShapeId } from "../base/ids";
import type { Box } from "../geometry/box";
import type { BoardPoint } from "../geometry/point";
import type { Transform } from "../geometry/transform";
import type { InkPoint } from "../shapes/ink/ink-point";
import type { TextCaret } from "./gesture-lane";
import type { LiveBegin } from "./live-begin";

/** What people do at this moment: shown to the others, never stored. Gestures are numbered by the member who makes them. */
export type LiveEntry =
  LiveBegin | LiveCursor | LiveViewport | LiveUpdate | LiveEnd | LiveCancel;

/** How a gesture goes on. */
export type LiveUpdate =
  LiveStroke | LiveDraft | LiveTransform | LiveErase | LiveLaser | LiveCaret;

export interface LiveCursor {
  readonly kind: "cursor";
  readonly at: BoardPoint;
}

/** What of the board a member sees whom somebody follows. Droppable; the last one stands. */
export interface LiveViewport {
  readonly kind: "viewport";
  readonly box: Box;
}

interface OfGesture {
  readonly gesture: number;
}

/** Further points of a stroke. Droppable: `first` tells what is missing before them. */
export interface LiveStroke extends OfGesture {
  readonly kind: "stroke";
  /** The index of the first of `points` in the stroke. */
  readonly first: number;
  readonly hasPressure: boolean;
  /** Relative to the stroke's `at`; at least one. */
  readonly points: readonly InkPoint[];
}

/** The points between which a shape is dragged out now. Droppable; the last one stands. */
export interface LiveDraft extends OfGesture {
  readonly kind: "draft";
  readonly from: BoardPoint;
  readonly to: BoardPoint;
}

/** What becomes of the gesture's shapes, from where they stood when it began. Droppable; the last one stands. */
export interface LiveTransform extends OfGesture {
  readonly kind: "transform";
  readonly transform: Transform;
}

/** Further shapes that will be deleted. Reliable, since each is told once; the server keeps them for those who join meanwhile. */
export interface LiveErase extends OfGesture {
  readonly kind: "erase";
  /** At least one. */
  readonly shapes: readonly ShapeId[];
}

/** Further points of a laser pointer. Droppable: a point that is missing would soon have faded. */
export interface LiveLaser extends OfGesture {
  readonly kind: "laser";
  /** At least one. */
  readonly points: readonly BoardPoint[];
}

/** Where in the text somebody types. Droppable; the last one stands. */
export interface LiveCaret extends OfGesture, TextCaret {
  readonly kind: "caret";
}

/** The gesture is over and its commit has been sent before this. Reliable. */
export interface LiveEnd extends OfGesture {
  readonly kind: "end";
}

/** The gesture is over and leaves nothing behind. Reliable. */
export interface LiveCancel extends OfGesture {
  readonly kind: "cancel";
}

/** A member's entry, as the server hands it on. */
export interface SlottedEntry {
  readonly slot: number;
  readonly entry: LiveEntry;
}

/** Whether everybody must get the entry, however slow their line is. */
export function isReliable({ kind }: LiveEntry): boolean {
  return (
    kind === "begin" || kind === "erase" || kind === "end" || kind === "cancel"
  );
}

/** Whether a later entry of the same member, kind and gesture makes this one worthless. */
export function isReplaceable({ kind }: LiveEntry): boolean {
  return (
    kind === "cursor" ||
    kind === "viewport" ||
    kind === "draft" ||
    kind === "transform" ||
    kind === "caret"
  );
}
