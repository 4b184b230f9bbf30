import type { ShapeId } from "@/core/base/ids";
import type { Board } from "@/core/board/board";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { ShapeIndex } from "../shape-index";

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

/** What is drawn of these, in drawing order: the members of groups, and frames without what they hold. */
export function drawnOf(
  board: Board,
  shapes: ShapeIndex,
  ids: Iterable<ShapeId>,
): readonly Shape[] {
  const drawn = new Set<ShapeId>();
  for (const id of ids) {
    const shape = board.get(id);
    if (!shape) continue;
    if (kindOf(shape).holds === "group")
      for (const member of board.drawnBy(id)) drawn.add(member.id);
    else drawn.add(id);
  }
  return shapes.inOrder(drawn);
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
