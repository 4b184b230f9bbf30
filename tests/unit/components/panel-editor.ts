import { allCommands } from "@/client/editor/commands/all-commands";
import { Editor } from "@/client/editor/editor";
import type { ToolDefinition } from "@/client/editor/tool-state";
import type { NewShape } from "@/core/board/draft";
import { silentLane } from "@/core/protocol/gesture-lane";
import { BoardPerson } from "../../support/board-person";

const tool = (name: string, makes?: string): ToolDefinition => ({
  name,
  ...(makes ? { makes } : {}),
  idle: () => ({ id: `${name}.idle`, cursor: "default" }),
});

/** An editor for what the panels ask of it: its tools do nothing but have names. */
export function panelEditor() {
  const { board, clock, random } = new BoardPerson("ada");
  const editor = new Editor({
    board,
    tools: [tool("select"), tool("rectangle", "rectangle")],
    firstTool: "select",
    commands: allCommands,
    lane: silentLane,
    random,
    clock,
  });
  return { editor, board };
}

export const rectangleAt = (x: number, stroke: string): NewShape => ({
  kind: "rectangle",
  at: { x, y: 0 },
  size: { width: 100, height: 100 },
  stroke,
  fill: undefined,
  text: "",
});
