import type { ShapeId } from "@/core/base/ids";
import { insertFragment, type Fragment } from "@/core/board/fragment";
import { moved } from "@/core/geometry/box";
import type { BoardPoint } from "@/core/geometry/point";
import { formBoxOfAll } from "@/core/shapes/placed-shape";
import type { Editor } from "./editor";
import { membersOf, topmostOf } from "./selection/members";
import { framesAfterMove } from "./selection/moved-shapes";

/** The selected shapes with all that belongs to them, in the order they are drawn. */
export function fragmentOfSelection({ board, selection }: Editor): Fragment {
  // As the board draws them, and not as they were clicked.
  const ranks = new Map(board.inOrder().map(({ id }, rank) => [id, rank]));
  const tops = topmostOf(board, selection.get()).flatMap((id) => {
    const [first] = board.drawnBy(id);
    return first ? [{ id, rank: ranks.get(first.id) ?? 0 }] : [];
  });
  const ids = tops.sort((a, b) => a.rank - b.rank).map(({ id }) => id);
  return membersOf(board, ids).flatMap((id) => board.get(id) ?? []);
}

/** Makes copies of the selection, `by` board units away, as one step, and selects them. Returns whether there was anything to copy. */
export function duplicateSelection(editor: Editor, by: BoardPoint): boolean {
  const { board, selection } = editor;
  const fragment = fragmentOfSelection(editor);
  if (board.readOnly || fragment.length === 0) return false;
  const tops = topmostOf(board, selection.get());
  let ids: ReadonlyMap<ShapeId, ShapeId> = new Map();
  board.change("duplicate", (draft) => {
    ids = insertFragment(draft, fragment, {
      by,
      newId: () => editor.newShapeId(),
      parentOf: ({ id }) => parentOfCopy(editor, id, by),
    });
  });
  editor.select(tops.flatMap((id) => ids.get(id) ?? []));
  return true;
}

/** A copy lies in the same group as what it was made of, or else in the frame that it comes to lie in. */
function parentOfCopy(
  editor: Editor,
  id: ShapeId,
  by: BoardPoint,
): ShapeId | undefined {
  const { board } = editor;
  const parent = board.parentOf(id)?.id;
  const box = formBoxOfAll(board.drawnBy(id));
  if (!box) return parent;
  const frames = framesAfterMove(editor, [{ id, box: moved(box, by) }]);
  return frames.has(id) ? frames.get(id) : parent;
}
