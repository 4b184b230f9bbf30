import type { ShapeId } from "../base/ids";
import type { BoardPoint } from "../geometry/point";
import type { Transform } from "../geometry/transform";
import type { InkPoint } from "../shapes/ink/ink-point";
import type { HandDrawnShape } from "../shapes/ink/ink-shape";
import type { Shape } from "../shapes/shape";

/** Shows the others what this person does before it is an edit. Nothing that goes this way is kept. */
export interface GestureLane {
  moveCursor(at: BoardPoint): void;
  beginStroke(start: StrokeStart): StrokeGesture;
  /** A shape is dragged out. It has the id that it is going to have on the board. */
  beginDraft(shape: Shape): DraftGesture;
  /** Shapes of the board are moved, turned or stretched; with `copies`, copies of them while they stay. */
  beginTransform(shapes: readonly ShapeId[], copies: boolean): TransformGesture;
  beginErase(): EraseGesture;
  beginLaser(): LaserGesture;
  /** A text is edited. What is typed goes into the document at once; this shows where. */
  beginTyping(shape: ShapeId): TypingGesture;
}

/** How every gesture is over, one way or the other. Calls after the first do nothing. */
export interface Gesture {
  /** Called right after the commit. */
  end(): void;
  /** It leaves nothing behind. */
  cancel(): void;
}

export interface StrokeStart {
  readonly kind: HandDrawnShape["kind"];
  /** The shape that the stroke will be once it is committed. */
  readonly shape: ShapeId;
  /** The stroke's origin. */
  readonly at: BoardPoint;
  /** `#rrggbb` */
  readonly stroke: string;
  /** Board units. */
  readonly strokeWidth: number;
  /** 0 to 1. */
  readonly opacity: number;
  readonly hasPressure: boolean;
}

export interface StrokeGesture extends Gesture {
  /** Appends points, relative to the stroke's `at`. */
  extend(points: readonly InkPoint[]): void;
}

export interface DraftGesture extends Gesture {
  /** The points that the shape is dragged out between, as its kind's `dragOut` takes them. */
  dragTo(from: BoardPoint, to: BoardPoint): void;
}

export interface TransformGesture extends Gesture {
  /** From where the shapes stood when the gesture began. */
  transform(transform: Transform): void;
}

export interface EraseGesture extends Gesture {
  /** These will be deleted, too. */
  mark(shapes: readonly ShapeId[]): void;
}

export interface LaserGesture extends Gesture {
  extend(points: readonly BoardPoint[]): void;
}

export interface TypingGesture extends Gesture {
  /** Ends of the selected text as the document's own places (`board.textPlace`): they stay where they are while others type. */
  moveCaret(caret: TextCaret): void;
}

export interface TextCaret {
  readonly anchor: Uint8Array;
  readonly head: Uint8Array;
}

const gesture = { end: () => {}, cancel: () => {} };
const nothing = () => {};

/** The lane of a board without a network. */
export const silentLane: GestureLane = {
  moveCursor: nothing,
  beginStroke: () => ({ ...gesture, extend: nothing }),
  beginDraft: () => ({ ...gesture, dragTo: nothing }),
  beginTransform: () => ({ ...gesture, transform: nothing }),
  beginErase: () => ({ ...gesture, mark: nothing }),
  beginLaser: () => ({ ...gesture, extend: nothing }),
  beginTyping: () => ({ ...gesture, moveCaret: nothing }),
};
