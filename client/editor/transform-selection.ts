import type { ShapeId } from "@/core/base/ids";
import type { Transform } from "@/core/geometry/transform";
import { preview, transformed } from "@/core/shapes/transform-shape";
import type { Editor } from "./editor";
import {
  framesAfterMove,
  movedShapes,
  movedWholes,
} from "./selection/moved-shapes";

/**
 * Commits a transform to these shapes, as one step: from where each stands now, since another person may have moved, locked or removed it
 * meanwhile. What is moved into a frame or out of one changes its parent. Returns whether there was anything left to change.
 *
 * @param reason As `board.change` takes it.
 */
export function commitTransform(
  editor: Editor,
  reason: string,
  ids: Iterable<ShapeId>,
  transform: Transform,
): boolean {
  const { board } = editor;
  const shapes = [...ids].flatMap((id) => board.get(id) ?? []);
  const free = shapes.filter(({ locked }) => !locked);
  if (board.readOnly || free.length === 0) return false;
  const after = new Map(
    free.map((shape) => [shape.id, preview(shape, transform)]),
  );
  const frames =
    transform.kind === "move"
      ? framesAfterMove(
          editor,
          movedWholes(board, editor.selection.get(), (id) => after.get(id)),
        )
      : new Map<ShapeId, ShapeId | undefined>();
  board.change(reason, (draft) => {
    for (const shape of free)
      draft.set(shape.id, transformed(shape, transform));
    for (const [id, parent] of frames) draft.set(id, { parent });
  });
  return true;
}

/** Commits a transform to all that is selected. Returns whether it applied. */
export const transformSelection = (
  editor: Editor,
  reason: string,
  transform: Transform,
): boolean =>
  commitTransform(
    editor,
    reason,
    movedShapes(editor).map(({ id }) => id),
    transform,
  );
