import { findKind } from "@/core/shapes/shape-kinds";
import { command } from "../command";
import type { Editor } from "../editor";
import { clickedOut, commitDraft, draftShape } from "../new-shape";

const useTool = <const Name extends string>(
  name: Name,
  icon: string,
  keys: readonly string[],
) =>
  command({
    id: `tool.${name}`,
    group: "tools",
    icon,
    keys,
    isEnabled: ({ board, tools }) =>
      tools.some(
        (tool) =>
          tool.name === name && (tool.changesNothing || !board.readOnly),
      ),
    isOn: ({ tool }) => tool.get() === name,
    apply: (editor) => editor.setTool(name),
  });

/** One command for each tool, in the order of the toolbar, and what concerns them all. */
export const toolCommands = [
  useTool("select", "mouse-pointer-2", ["V", "1"]),
  useTool("hand", "hand", ["H"]),
  useTool("draw", "pencil", ["P", "7", "D", "B"]),
  useTool("highlighter", "highlighter", ["Shift+P"]),
  useTool("rectangle", "square", ["R", "2"]),
  useTool("ellipse", "circle", ["O", "4"]),
  useTool("diamond", "diamond", ["3"]),
  useTool("arrow", "move-up-right", ["A", "5"]),
  useTool("line", "minus", ["L", "6"]),
  useTool("text", "type", ["T", "8"]),
  useTool("note", "sticky-note", ["N"]),
  useTool("frame", "frame", ["F"]),
  useTool("eraser", "eraser", ["E", "0"]),
  useTool("laser", "pointer", ["K"]),
  useTool("eyedropper", "pipette", ["I"]),
  command({
    id: "tool.make",
    group: "tools",
    keys: ["Enter"],
    isEnabled: ({ board, selection, toolDefinition }) =>
      !board.readOnly &&
      selection.get().size === 0 &&
      findKind(toolDefinition.makes ?? "")?.dragOut !== undefined,
    apply: (editor) => makeInMiddle(editor, editor.toolDefinition.makes!),
  }),
  command({
    id: "tool.keep",
    group: "tools",
    icon: "pin",
    keys: ["Q"],
    isOn: ({ keepsTool }) => keepsTool.get(),
    apply: ({ keepsTool }) => keepsTool.update((keeps) => !keeps),
  }),
] as const;

/** What a click in the middle of the window would make, for those who have no pointer. */
function makeInMiddle(editor: Editor, kind: string): void {
  const { camera } = editor;
  const centre = camera.toBoard(camera.centre);
  const draft = clickedOut(draftShape(editor, kind), centre);
  commitDraft(editor, draft);
  editor.toolUsed();
  editor.select([draft.id]);
}
