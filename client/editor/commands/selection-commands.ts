import type { ShapeId } from "@/core/base/ids";
import { kindOf } from "@/core/shapes/shape-kinds";
import { command } from "../command";
import type { Editor } from "../editor";
import { membersOf } from "../selection/members";
import { nextInReadingOrder } from "../selection/reading-order";

export const selectionCommands = [
  command({
    id: "selection.all",
    group: "edit",
    icon: "box-select",
    keys: ["Mod+A"],
    isEnabled: ({ board }) => board.size > 0,
    apply(editor) {
      const { board, enteredGroup } = editor;
      editor.setTool("select");
      editor.select(
        board
          .childrenOf(enteredGroup.get())
          // A group that others have emptied is still there, and nobody sees it.
          .filter(({ id, locked }) => !locked && board.drawnBy(id).length > 0)
          .map(({ id }) => id),
      );
    },
  }),
  command({
    id: "selection.next",
    group: "edit",
    keys: ["Tab"],
    isEnabled: (editor) => nextStop(editor, 1) !== undefined,
    apply: (editor) => step(editor, 1),
  }),
  command({
    id: "selection.previous",
    group: "edit",
    keys: ["Shift+Tab"],
    isEnabled: (editor) => nextStop(editor, -1) !== undefined,
    apply: (editor) => step(editor, -1),
  }),
  command({
    id: "selection.clear",
    group: "edit",
    keys: ["Escape"],
    isEnabled: ({ selection, enteredGroup, tool }) =>
      selection.get().size > 0 ||
      enteredGroup.get() !== undefined ||
      tool.get() !== "select",
    apply(editor) {
      const group = editor.enteredGroup.get();
      if (group !== undefined) {
        // One level up, where the group is a whole again.
        editor.enterGroup(editor.board.parentOf(group)?.id);
        editor.select([group]);
      } else if (editor.selection.get().size > 0) editor.select([]);
      else editor.setTool("select");
    },
  }),
  command({
    id: "selection.editText",
    group: "edit",
    icon: "text-cursor-input",
    keys: ["Enter"],
    isEnabled: (editor) => textToEdit(editor) !== undefined,
    apply: (editor) => editor.typing.start(textToEdit(editor)!),
  }),
  command({
    id: "selection.enterGroup",
    group: "edit",
    keys: ["Enter"],
    isEnabled: (editor) => groupToEnter(editor) !== undefined,
    apply(editor) {
      const group = groupToEnter(editor)!;
      editor.enterGroup(group);
      const [first] = editor.board.childrenOf(group);
      if (first) editor.select([first.id]);
    },
  }),
  command({
    id: "selection.delete",
    group: "edit",
    icon: "trash-2",
    keys: ["Delete", "Backspace"],
    isEnabled: (editor) => deletable(editor).length > 0,
    apply(editor) {
      const doomed = deletable(editor);
      editor.board.change("delete", (draft) => {
        for (const id of doomed) draft.remove(id);
      });
    },
  }),
] as const;

/** The selection with all that belongs to it, but for what is locked. */
function deletable({ board, selection }: Editor): readonly ShapeId[] {
  if (board.readOnly) return [];
  const members = membersOf(board, selection.get());
  const isLocked = (id: ShapeId) => board.get(id)?.locked === true;
  return members.filter((id) => !isLocked(id));
}

function textToEdit({ board, selection }: Editor): ShapeId | undefined {
  const [id, ...others] = selection.get();
  const shape = id && others.length === 0 ? board.get(id) : undefined;
  const isEditable = shape && kindOf(shape).hasText && !shape.locked;
  return isEditable && !board.readOnly ? shape.id : undefined;
}

function groupToEnter({ board, selection }: Editor): ShapeId | undefined {
  const [id, ...others] = selection.get();
  const shape = id && others.length === 0 ? board.get(id) : undefined;
  return shape && kindOf(shape).holds === "group" ? shape.id : undefined;
}

/** While another tool is in the hand, Tab walks through the page; and so it does beyond the last shape, or nobody would get out. */
const nextStop = (editor: Editor, direction: 1 | -1) =>
  editor.tool.get() === "select"
    ? nextInReadingOrder(editor, direction)
    : undefined;

function step(editor: Editor, direction: 1 | -1): boolean {
  const next = nextStop(editor, direction);
  if (next === undefined) return false;
  editor.select([next.id]);
  editor.camera.bringIntoView(next.box);
  return true;
}
