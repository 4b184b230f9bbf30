import type { Messages } from "../messages/locales";

type Doing = keyof Messages["people"]["doing"];

/** By the names of tools. */
const BY_TOOL: Readonly<Record<string, Doing>> = {
  select: "select",
  hand: "hand",
  draw: "draw",
  highlighter: "draw",
  rectangle: "shape",
  ellipse: "shape",
  diamond: "shape",
  arrow: "shape",
  line: "shape",
  frame: "shape",
  text: "text",
  note: "note",
  eraser: "erase",
  laser: "point",
};

/** What is said of somebody who has this tool in their hand; also of a tool that a newer page has and this one does not know. */
export const whatSomebodyDoes = (tool: string): Doing =>
  (Object.hasOwn(BY_TOOL, tool) ? BY_TOOL[tool] : undefined) ?? "other";
