import { asShapeId } from "@/core/base/ids";
import { defaultShape } from "@/core/board/shape-record";
import type { ShapeByKind, ShapeKindName } from "@/core/shapes/shape";

/** A shape of a kind at the board's origin, as it is by default but for `changes`. Ink needs points. */
export function shapeOf<Name extends ShapeKindName>(
  kind: Name,
  changes: Partial<ShapeByKind[Name]> = {},
): ShapeByKind[Name] {
  const shape = { ...defaultShape(kind), id: asShapeId(kind), ...changes };
  return shape as unknown as ShapeByKind[Name];
}
