import type { ShapeId } from "@/core/base/ids";
import type { Box } from "@/core/geometry/box";
import { centreOf } from "@/core/geometry/box";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import type { Board } from "@/core/board/board";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import type { Editor } from "../editor";
import { topmostOf } from "./members";

/** What moves and turns when the selection does: drawn, in order, with what frames hold; without what is locked. */
export function movedShapes(
  editor: Editor,
  ids: Iterable<ShapeId> = editor.selection.get(),
): readonly Shape[] {
  const moved = new Set<ShapeId>();
  for (const id of ids) {
    const isLocked = editor.board.get(id)?.locked === true;
    if (isLocked) continue;
    for (const shape of editor.board.drawnBy(id))
      if (!shape.locked) moved.add(shape.id);
  }
  return editor.shapes.inOrder(moved);
}

/** One of the things that move as a whole, and where it is going to be. */
export interface Moved {
  readonly id: ShapeId;
  readonly box: Box;
}

/**
 * The frame that each of the moved things comes to lie in, where that is another one than before: the topmost under its middle,
 * undefined for the board itself. Frames lie in no other, and members of groups stay with their group.
 */
export function framesAfterMove(
  editor: Editor,
  moved: readonly Moved[],
): ReadonlyMap<ShapeId, ShapeId | undefined> {
  const { board, shapes } = editor;
  const changes = new Map<ShapeId, ShapeId | undefined>();
  const movedIds = new Set(moved.map(({ id }) => id));
  for (const { id, box } of moved) {
    const shape = board.get(id);
    const parent = board.parentOf(id);
    const isInGroup = parent && kindOf(parent).holds === "group";
    if (!shape || isInGroup || kindOf(shape).holds === "frame") continue;
    const frame = shapes.frameAt(centreOf(box), (f) => !movedIds.has(f.id));
    if (frame?.id !== parent?.id) changes.set(id, frame?.id);
  }
  return changes;
}

/** The things that move as a whole when the selection does, each with the box that `shown` has of it. */
export function movedWholes(
  board: Board,
  selected: ReadonlySet<ShapeId>,
  shown: (id: ShapeId) => Shape | undefined,
): readonly Moved[] {
  return topmostOf(board, selected).flatMap((id) => {
    const drawn = board.drawnBy(id).flatMap((shape) => shown(shape.id) ?? []);
    const box = formBoxOfAll(drawn);
    return box ? [{ id, box }] : [];
  });
}
