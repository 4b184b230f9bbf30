import { diamondKind } from "./closed/diamond-kind";
import { ellipseKind } from "./closed/ellipse-kind";
import { rectangleKind } from "./closed/rectangle-kind";
import { frameKind } from "./frame/frame-kind";
import { groupKind } from "./group/group-kind";
import { highlightKind } from "./ink/highlight-kind";
import { inkKind } from "./ink/ink-kind";
import { arrowKind } from "./line/arrow-kind";
import { lineKind } from "./line/line-kind";
import { noteKind } from "./note/note-kind";
import type { ShapeBase, ShapeByKind } from "./shape";
import type { ShapeKind } from "./shape-kind";
import { textKind } from "./text/text-kind";

type ShapeKindTable = {
  readonly [Name in keyof ShapeByKind]: ShapeKind<ShapeByKind[Name]>;
};

/** Every kind of shape that the product has. A new kind is a folder of its own and a line here. */
export const shapeKinds: ShapeKindTable = {
  ink: inkKind,
  highlight: highlightKind,
  rectangle: rectangleKind,
  ellipse: ellipseKind,
  diamond: diamondKind,
  line: lineKind,
  arrow: arrowKind,
  text: textKind,
  note: noteKind,
  frame: frameKind,
  group: groupKind,
};

const kinds = new Map<string, ShapeKind>(
  Object.entries(shapeKinds) as [string, ShapeKind][],
);

/**
 * Adds a kind that the table does not list, for all boards of this page. Returns the function that takes it away again.
 * Throws a RangeError when the name is taken.
 */
export function registerKind<S extends ShapeBase>(
  kind: ShapeKind<S>,
): () => void {
  if (kinds.has(kind.name))
    throw new RangeError(`There is a kind "${kind.name}" already.`);
  kinds.set(kind.name, kind as unknown as ShapeKind);
  return () => kinds.delete(kind.name);
}

/** The kind of a shape, which must be a registered one: every shape that was read is. */
export const kindOf = (shape: { readonly kind: string }): ShapeKind =>
  kinds.get(shape.kind)!;

/** The kind that a record names; undefined for a name that this version does not know. */
export const findKind = (name: string): ShapeKind | undefined =>
  kinds.get(name);
