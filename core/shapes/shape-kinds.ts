import { arrowKind } from "./arrow/arrow-kind";
import { diamondKind } from "./closed/diamond-kind";
import { ellipseKind } from "./closed/ellipse-kind";
import { rectangleKind } from "./closed/rectangle-kind";
import { inkKind } from "./ink/ink-kind";
import { noteKind } from "./note/note-kind";
import type { Shape, ShapeKindName } from "./shape";
import type { ShapeKind } from "./shape-kind";
import { textKind } from "./text/text-kind";

type ShapeKindTable = {
  readonly [Name in ShapeKindName]: ShapeKind<Extract<Shape, { kind: Name }>>;
};

/** Every kind of shape there is. A new kind is a folder of its own and a line here. */
export const shapeKinds: ShapeKindTable = {
  ink: inkKind,
  rectangle: rectangleKind,
  ellipse: ellipseKind,
  diamond: diamondKind,
  note: noteKind,
  text: textKind,
  arrow: arrowKind,
};

export const kindOf = (shape: { readonly kind: ShapeKindName }): ShapeKind =>
  shapeKinds[shape.kind];

/** The kind that a record names; undefined for a name that this version does not know. */
export const findKind = (name: string): ShapeKind | undefined =>
  Object.hasOwn(shapeKinds, name)
    ? shapeKinds[name as ShapeKindName]
    : undefined;
