import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";

/** The tools of the bar in their order, as parts that a thin line divides. */
export const TOOL_PARTS = [
  ["select", "hand"],
  ["draw", "highlighter", "eraser"],
  ["rectangle", "ellipse", "diamond", "arrow", "line"],
  ["text", "note", "frame"],
  ["laser"],
] as const;

export type BarTool = (typeof TOOL_PARTS)[number][number];

/** What a phone has room for; the others are behind a button. */
export const PHONE_TOOLS: ReadonlySet<string> = new Set<BarTool>([
  "select",
  "draw",
  "rectangle",
  "note",
  "text",
  "eraser",
]);

export const toolCommand = (tool: BarTool) =>
  `tool.${tool}` as const satisfies CommandId;

export const hasTool = ({ tools }: Editor, tool: BarTool): boolean =>
  tools.some(({ name }) => name === tool);

/** Whether a tool is of use on the board as it is: one that must not be changed can still be looked at and pointed at. */
export const isOfUse = ({ tools, board }: Editor, tool: BarTool): boolean =>
  !board.readOnly ||
  tools.some(({ name, changesNothing }) => name === tool && changesNothing);

/** The tools that a phone finds behind a button. */
export const farTools = (editor: Editor): readonly BarTool[] =>
  TOOL_PARTS.flat().filter(
    (tool) => !PHONE_TOOLS.has(tool) && hasTool(editor, tool),
  );
