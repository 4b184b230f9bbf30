import { boardPoint } from "@/core/geometry/point";
import { command } from "../command";
import { duplicateSelection } from "../duplicate-selection";
import type { Editor } from "../editor";

/** How far a duplicate stands from what it was made of; board units. */
const DUPLICATE_OFFSET = boardPoint(20, 20);

export const clipboardCommands = [
  command({
    id: "clipboard.cut",
    group: "edit",
    icon: "scissors",
    keys: ["Mod+X"],
    isBrowserKey: true,
    isEnabled: (editor) => editor.changeableShapes().length > 0,
    apply: ({ clipboard }) => clipboard?.cut() ?? false,
  }),
  command({
    id: "clipboard.copy",
    group: "edit",
    icon: "copy",
    keys: ["Mod+C"],
    isBrowserKey: true,
    isEnabled: hasSelection,
    apply: ({ clipboard }) => clipboard?.copy() ?? false,
  }),
  command({
    id: "clipboard.paste",
    group: "edit",
    icon: "clipboard-paste",
    keys: ["Mod+V"],
    isBrowserKey: true,
    isEnabled: ({ board }) => !board.readOnly,
    apply: ({ clipboard }) => clipboard?.paste() ?? false,
  }),
  command({
    id: "selection.duplicate",
    group: "edit",
    icon: "copy-plus",
    keys: ["Mod+D"],
    isEnabled: (editor) => !editor.board.readOnly && hasSelection(editor),
    apply: (editor) => duplicateSelection(editor, DUPLICATE_OFFSET),
  }),
] as const;

function hasSelection({ selection }: Editor): boolean {
  return selection.get().size > 0;
}
