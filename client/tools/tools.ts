import type { Tools } from "../editor/tool-state";
import { Idle as DrawIdle } from "./draw/idle";
import { Idle as HandIdle } from "./hand/idle";
import { Idle as SelectIdle } from "./select/idle";

/** Every tool there is. A new tool is a folder of its own and a line here. */
export const tools: Tools = {
  select: (editor) => new SelectIdle(editor),
  hand: (editor) => new HandIdle(editor),
  draw: (editor) => new DrawIdle(editor),
};
