import type { ShapeId, UserId } from "../base/ids";
import type { BoardPoint } from "../geometry/point";
import type { ArrowShape } from "./arrow/arrow-shape";
import type {
  DiamondShape,
  EllipseShape,
  RectangleShape,
} from "./closed/closed-shape";
import type { InkShape } from "./ink/ink-shape";
import type { NoteShape } from "./note/note-shape";
import type { TextShape } from "./text/text-shape";

/**
 * What every shape has. A shape is plain data read out of the document: an object never changes, an edit brings a new one, so
 * whatever is computed from a shape may be cached by the object.
 */
export interface ShapeBase {
  readonly id: ShapeId;
  /** The origin of the shape's own coordinates on the board. */
  readonly at: BoardPoint;
  /** Fractional index; shapes are drawn by rising (index, id). */
  readonly index: string;
  /** Who made it; undefined when the record does not say. */
  readonly author: UserId | undefined;
  /** 0 to 1. */
  readonly opacity: number;
  /** `#rrggbb`, as it looks in the light theme. */
  readonly stroke: string;
  /** Board units. */
  readonly strokeWidth: number;
}

export type Shape =
  | InkShape
  | RectangleShape
  | EllipseShape
  | DiamondShape
  | NoteShape
  | TextShape
  | ArrowShape;

export type ShapeKindName = Shape["kind"];
