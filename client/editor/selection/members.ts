import type { ShapeId } from "@/core/base/ids";
import type { Board } from "@/core/board/board";

/** These shapes and groups, what they hold, and what that holds: each once, a parent before its members. */
export function membersOf(
  board: Board,
  ids: Iterable<ShapeId>,
): readonly ShapeId[] {
  const members = new Set<ShapeId>();
  const add = (id: ShapeId) => {
    if (members.has(id) || !board.get(id)) return;
    members.add(id);
    for (const child of board.childrenOf(id)) add(child.id);
  };
  for (const id of ids) add(id);
  return [...members];
}

/** Those of `ids` that are not within another of them. */
export function topmostOf(
  board: Board,
  ids: ReadonlySet<ShapeId>,
): readonly ShapeId[] {
  return [...ids].filter((id) => {
    let parent = board.parentOf(id);
    while (parent && !ids.has(parent.id)) parent = board.parentOf(parent.id);
    return board.get(id) !== undefined && parent === undefined;
  });
}
