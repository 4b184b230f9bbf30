import type { ShapeId } from "../base/ids";
import type { Shape } from "../shapes/shape";

type NewShapeOf<S extends Shape> = S extends Shape
  ? Pick<S, "kind" | "at"> & Partial<Omit<S, "kind" | "at" | "author">>
  : never;

/**
 * A shape to be made. What is left out gets its default: an id, an index on top, the kind's own style. An id of the caller's own
 * lets a live preview and the shape share it.
 */
export type NewShape = NewShapeOf<Shape>;

/** A shape that was read as one to be made: on top of all others, and by whoever makes it. */
export const asNewShape = (shape: Shape): NewShape =>
  Object.fromEntries(
    Object.entries(shape).filter(
      ([key]) => key !== "index" && key !== "author",
    ),
  ) as unknown as NewShape;

type KeyOf<S> = S extends unknown ? keyof S : never;
type ValueOf<S, Key> = S extends unknown
  ? Key extends keyof S
    ? S[Key]
    : never
  : never;

/** New values for some of a shape's properties. A property that the shape's kind does not have is ignored. */
export type ShapeChanges = {
  readonly [
    Key in Exclude<KeyOf<Shape>, "id" | "kind" | "text" | "author">
  ]?: ValueOf<Shape, Key>;
};

/** Replaces a shape's text from `from` up to `to` by `insert`. Places are UTF-16 units, cut to the text's length. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The edits of one `board.change`. They reach the document together when it returns, or not at all when it throws.
 * Somebody else may have deleted a shape in the meantime: editing it is no mistake, and shows if it is restored; nothing
 * happens where there is none that this version could read.
 */
export interface Draft {
  /** The shape as it stands with the edits made so far; undefined when it is not on the board. */
  get(id: ShapeId): Shape | undefined;
  /** Adds a shape on top of all others, or at its `index`. Throws a RangeError when its id is taken or nobody could read it. */
  add(shape: NewShape): ShapeId;
  /** Throws a RangeError when nobody could read the shape any more. */
  set(id: ShapeId, changes: ShapeChanges): void;
  /** Does nothing on a shape that carries no text. */
  editText(id: ShapeId, edit: TextEdit): void;
  /** Puts the shape into the bin, also when others have done so already: it returns when all of them take it back. */
  remove(id: ShapeId): void;
  /** Takes the shape out of the bin, whoever put it there. */
  restore(id: ShapeId): void;
}
