import type { Editor } from "../editor/editor";
import type { ToolDefinition, ToolState } from "../editor/tool-state";
import { Idle as DragOutIdle } from "./drag-out/idle";
import { Idle as DrawIdle } from "./draw/idle";
import { Idle as EraserIdle } from "./eraser/idle";
import { Idle as EyedropperIdle } from "./eyedropper/idle";
import { Idle as HandIdle } from "./hand/idle";
import { Idle as LaserIdle } from "./laser/idle";
import { Idle as NoteIdle } from "./note/idle";
import { Idle as SelectIdle } from "./select/idle";
import { Idle as TextIdle } from "./text/idle";
import { toolList, type ToolName } from "./tool-list";

type MakeIdle = (editor: Editor) => ToolState;

const draggingOut =
  (kind: string): MakeIdle =>
  (editor) =>
    new DragOutIdle(editor, kind);

/** What each tool does while nothing is pressed. */
export const idleStates: Readonly<Record<ToolName, MakeIdle>> = {
  select: (editor) => new SelectIdle(editor),
  hand: (editor) => new HandIdle(editor),
  draw: (editor) => new DrawIdle(editor, "ink"),
  highlighter: (editor) => new DrawIdle(editor, "highlight"),
  rectangle: draggingOut("rectangle"),
  ellipse: draggingOut("ellipse"),
  diamond: draggingOut("diamond"),
  arrow: draggingOut("arrow"),
  line: draggingOut("line"),
  frame: draggingOut("frame"),
  text: (editor) => new TextIdle(editor),
  note: (editor) => new NoteIdle(editor),
  eraser: (editor) => new EraserIdle(editor),
  laser: (editor) => new LaserIdle(editor),
  eyedropper: (editor) => new EyedropperIdle(editor),
};

/** Every tool, ready for use. */
export const tools: readonly ToolDefinition[] = toolList.map((spec) => ({
  ...spec,
  idle: idleStates[spec.name],
}));
