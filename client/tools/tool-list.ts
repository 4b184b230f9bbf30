import type { ToolDefinition } from "../editor/tool-state";

/** What is known of a tool before its states are loaded. */
export type ToolSpec = Omit<ToolDefinition, "idle">;

/** The tools that drag out a shape differ in nothing but its kind. */
export const DRAGGED_OUT = [
  "rectangle",
  "ellipse",
  "diamond",
  "arrow",
  "line",
  "frame",
] as const;

/** Every tool there is. A new tool is a folder of its own, an entry here, and one in `tools.ts`. */
export const toolList = [
  { name: "select", staysInHand: true, changesNothing: true },
  { name: "hand", staysInHand: true, changesNothing: true },
  { name: "draw", makes: "ink", staysInHand: true },
  { name: "highlighter", makes: "highlight", staysInHand: true },
  ...DRAGGED_OUT.map((kind) => ({ name: kind, makes: kind })),
  { name: "text", makes: "text" },
  { name: "note", makes: "note" },
  { name: "eraser", staysInHand: true },
  { name: "laser", staysInHand: true, changesNothing: true },
  { name: "eyedropper" },
] as const satisfies readonly ToolSpec[];

export type ToolName = (typeof toolList)[number]["name"];
