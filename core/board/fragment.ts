import type { ShapeId } from "../base/ids";
import { boardPoint, type BoardPoint } from "../geometry/point";
import type { Shape } from "../shapes/shape";
import { asNewShape, type Draft } from "./draft";

/** Shapes taken out of a board, in drawing order: what is copied, and pasted as new ones. A parent comes before its members. */
export type Fragment = readonly Shape[];

export interface Insertion {
  /** How far from where they stood in their own board. */
  readonly by: BoardPoint;
  /** An id for each new shape. */
  readonly newId: () => ShapeId;
  /** Whose children those become whose parent was left behind. */
  readonly parentOf?: (shape: Shape) => ShapeId | undefined;
}

/**
 * Adds the shapes of a fragment on top of all others, in their order, with fresh ids: groups and frames hold the new shapes as they held
 * the old ones. Returns the new ids by the old.
 */
export function insertFragment(
  draft: Draft,
  fragment: Fragment,
  { by, newId, parentOf = () => undefined }: Insertion,
): ReadonlyMap<ShapeId, ShapeId> {
  const ids = new Map(fragment.map(({ id }) => [id, newId()]));
  for (const shape of fragment) {
    draft.add({
      ...asNewShape(shape),
      id: ids.get(shape.id)!,
      at: boardPoint(shape.at.x + by.x, shape.at.y + by.y),
      parent: (shape.parent && ids.get(shape.parent)) ?? parentOf(shape),
      locked: false,
    });
  }
  return ids;
}
