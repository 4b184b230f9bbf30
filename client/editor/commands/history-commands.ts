import type { ShapeId } from "@/core/base/ids";
import { command } from "../command";
import type { Editor } from "../editor";

/** What people take back and bring again; what a step changed is selected, unless it was already, so that nobody has to look for it. */
export const historyCommands = [
  command({
    id: "history.undo",
    group: "edit",
    icon: "undo-2",
    keys: ["Mod+Z"],
    isEnabled: ({ board }) => !board.readOnly && board.history.canUndo.get(),
    apply: (editor) =>
      selectingWhatChanged(editor, () => editor.board.history.undo()),
  }),
  command({
    id: "history.redo",
    group: "edit",
    icon: "redo-2",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    isEnabled: ({ board }) => !board.readOnly && board.history.canRedo.get(),
    apply: (editor) =>
      selectingWhatChanged(editor, () => editor.board.history.redo()),
  }),
] as const;

function selectingWhatChanged(editor: Editor, step: () => boolean): boolean {
  const changed = new Set<ShapeId>();
  const stop = editor.board.observe(({ added, updated }) => {
    for (const id of [...added, ...updated]) changed.add(id);
  });
  const hasApplied = step();
  stop();
  // With a pen in the hand nothing is selected, and a frame round the last stroke would be in its way.
  if (!hasApplied || editor.tool.get() !== "select") return hasApplied;
  const ids = [...changed].map((id) => editor.selectableFor(id));
  const selected = editor.selection.get();
  // Who takes back a part of what they did to a selection goes on with all of it.
  if (!ids.every((id) => selected.has(id))) editor.select(ids);
  return true;
}
