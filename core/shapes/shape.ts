import type { ShapeId, UserId } from "../base/ids";
import type { BoardPoint } from "../geometry/point";
import type {
  DiamondShape,
  EllipseShape,
  RectangleShape,
} from "./closed/closed-shape";
import type { FrameShape } from "./frame/frame-shape";
import type { GroupShape } from "./group/group-shape";
import type { HighlightShape, InkShape } from "./ink/ink-shape";
import type { ArrowShape, LineShape } from "./line/line-shape";
import type { NoteShape } from "./note/note-shape";
import type { TextShape } from "./text/text-shape";

/**
 * What every shape has. A shape is plain data read out of the document: an object never changes, an edit brings a new one, so
 * whatever is computed from a shape may be cached by the object.
 */
export interface ShapeBase {
  readonly id: ShapeId;
  /** The origin of the shape's own coordinates on the board, as long as it is not turned. */
  readonly at: BoardPoint;
  /** How far it is turned about the middle of its box; radians, clockwise. */
  readonly angle: number;
  /** Fractional index; of the shapes with the same parent, those with a higher (index, id) lie on top. */
  readonly index: string;
  /** The frame or group that it belongs to, as the record says: there may be no such shape. `board.parentOf` knows. */
  readonly parent: ShapeId | undefined;
  /** Whether it is kept from being changed by accident. */
  readonly locked: boolean;
  /** Who made it; undefined when the record does not say. */
  readonly author: UserId | undefined;
  /** 0 to 1. */
  readonly opacity: number;
  /** `#rrggbb`, as it looks in the light theme. */
  readonly stroke: string;
  /** Board units. */
  readonly strokeWidth: number;
}

/** The shapes by the names of their kinds. */
export interface ShapeByKind {
  readonly ink: InkShape;
  readonly highlight: HighlightShape;
  readonly rectangle: RectangleShape;
  readonly ellipse: EllipseShape;
  readonly diamond: DiamondShape;
  readonly line: LineShape;
  readonly arrow: ArrowShape;
  readonly text: TextShape;
  readonly note: NoteShape;
  readonly frame: FrameShape;
  readonly group: GroupShape;
}

export type ShapeKindName = keyof ShapeByKind;
export type Shape = ShapeByKind[ShapeKindName];
