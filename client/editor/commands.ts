import type { Editor } from "./editor";
import { zoomStepAbove, zoomStepBelow } from "./zoom-steps";

export type CommandId =
  | "tool.select"
  | "tool.hand"
  | "tool.draw"
  | "history.undo"
  | "history.redo"
  | "selection.delete"
  | "selection.clear"
  | "camera.zoomIn"
  | "camera.zoomOut"
  | "camera.reset"
  | "camera.fit";

/** Something that a person can ask for by key, button or menu. Its label belongs to the interface, under the command's id. */
export interface Command {
  readonly id: CommandId;
  /** Such as `Mod+Shift+Z`; the first is the one to show. */
  readonly keys: readonly string[];
  /** Whether `run` would do something now. */
  isEnabled(editor: Editor): boolean;
  /** Returns whether it applied. */
  run(editor: Editor): boolean;
}

/** Every command, in the order of a menu. */
export const commands: readonly Command[] = [
  useTool("tool.select", ["V", "1"]),
  useTool("tool.hand", ["H"]),
  useTool("tool.draw", ["P", "7", "D", "B"]),
  command({
    id: "history.undo",
    keys: ["Mod+Z"],
    isEnabled: ({ board }) => !board.readOnly && board.history.canUndo.get(),
    apply: ({ board }) => board.history.undo(),
  }),
  command({
    id: "history.redo",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    isEnabled: ({ board }) => !board.readOnly && board.history.canRedo.get(),
    apply: ({ board }) => board.history.redo(),
  }),
  command({
    id: "selection.delete",
    keys: ["Delete", "Backspace"],
    isEnabled: ({ board, selection }) =>
      !board.readOnly && selection.get().size > 0,
    apply: ({ board, selection }) => {
      const doomed = selection.get();
      board.change("delete", (draft) => {
        for (const id of doomed) draft.remove(id);
      });
      return true;
    },
  }),
  command({
    id: "selection.clear",
    keys: ["Escape"],
    isEnabled: ({ selection }) => selection.get().size > 0,
    apply: ({ selection }) => {
      selection.set(new Set());
      return true;
    },
  }),
  command({
    id: "camera.zoomIn",
    keys: ["Mod++", "Mod+="],
    isEnabled: ({ camera }) => zoomStepAbove(zoomOf(camera)) !== undefined,
    apply: (editor) => zoomTo(editor, zoomStepAbove(zoomOf(editor.camera))),
  }),
  command({
    id: "camera.zoomOut",
    keys: ["Mod+-"],
    isEnabled: ({ camera }) => zoomStepBelow(zoomOf(camera)) !== undefined,
    apply: (editor) => zoomTo(editor, zoomStepBelow(zoomOf(editor.camera))),
  }),
  command({
    id: "camera.reset",
    keys: ["Mod+0"],
    isEnabled: ({ camera }) => zoomOf(camera) !== 1,
    apply: (editor) => zoomTo(editor, 1),
  }),
  command({
    id: "camera.fit",
    keys: ["Shift+1"],
    isEnabled: ({ board }) => board.size > 0,
    apply: ({ camera, shapes }) => {
      const bounds = shapes.bounds();
      if (bounds) camera.fit(bounds);
      return bounds !== undefined;
    },
  }),
];

interface CommandSpec extends Omit<Command, "run"> {
  /** Runs only while the command is enabled. */
  readonly apply: (editor: Editor) => boolean;
}

function command({ apply, ...spec }: CommandSpec): Command {
  return {
    ...spec,
    run: (editor) => spec.isEnabled(editor) && apply(editor),
  };
}

function useTool(
  id: "tool.select" | "tool.hand" | "tool.draw",
  keys: readonly string[],
): Command {
  const name = id.slice("tool.".length) as "select" | "hand" | "draw";
  return command({
    id,
    keys,
    isEnabled: () => true,
    apply: (editor) => {
      editor.setTool(name);
      return true;
    },
  });
}

const zoomOf = (camera: Editor["camera"]) => camera.state.get().zoom;

/** Zooms about the middle of the canvas. */
function zoomTo({ camera }: Editor, zoom: number | undefined): boolean {
  if (zoom === undefined) return false;
  camera.zoomAt(camera.centre, zoom / zoomOf(camera));
  return true;
}
