import { describe, expect, it } from "vitest";
import {
  MIXED,
  setStyle,
  styleSubjectOf,
} from "@/client/editor/styles/style-subject";
import { TestEditor } from "../../../support/test-editor";

const RED = "#e03131";

/** Makes a shape by clicking with a tool, and returns it. */
function make(ada: TestEditor, tool: string, x: number) {
  ada.editor.setTool(tool);
  ada.click(x, 300);
  ada.editor.typing.stop();
  return ada.board.get(ada.selected[0]!)!;
}

describe("a style", () => {
  it("is chosen for the next shape while a tool is in the hand", () => {
    const ada = new TestEditor();
    ada.editor.setTool("rectangle");
    setStyle(ada.editor, { stroke: RED, dash: "dotted" });
    expect(ada.board.history.canUndo.get()).toBe(false);
    expect(make(ada, "rectangle", 200)).toMatchObject({ stroke: RED });
    expect(make(ada, "ellipse", 500)).toMatchObject({
      stroke: RED,
      dash: "dotted",
    });
  });

  it("of what is selected changes as one step, and is remembered", () => {
    const ada = new TestEditor();
    const ids = [ada.addSquare(0, 0), ada.addSquare(200, 0)];
    ada.select(...ids);
    setStyle(ada.editor, { stroke: RED });
    for (const id of ids) expect(ada.board.get(id)?.stroke).toBe(RED);
    expect(make(ada, "diamond", 700).stroke).toBe(RED);
    ada.key("Mod+z");
    ada.key("Mod+z");
    for (const id of ids) expect(ada.board.get(id)?.stroke).not.toBe(RED);
  });

  it("that a kind has for itself stays with it", () => {
    const ada = new TestEditor();
    const note = make(ada, "note", 200);
    ada.select(note.id);
    setStyle(ada.editor, { fill: "#b2f2bb" });
    expect(make(ada, "note", 500)).toMatchObject({ fill: "#b2f2bb" });
    expect(make(ada, "rectangle", 900)).toMatchObject({ fill: undefined });
  });

  it("goes only to the shapes that have it", () => {
    const ada = new TestEditor();
    const square = ada.addSquare(0, 0);
    const line = ada.add({ kind: "line", at: { x: 300, y: 0 } });
    ada.select(square, line);
    setStyle(ada.editor, { fill: "#ffec99", dash: "dashed" });
    expect(ada.board.get(square)).toMatchObject({ fill: "#ffec99" });
    expect(ada.board.get(line)).toMatchObject({ dash: "dashed" });
    expect(ada.board.get(line)).not.toHaveProperty("fill");
  });

  it("reads as mixed where the selected shapes differ, and only for what one of them has", () => {
    const ada = new TestEditor();
    const square = ada.addSquare(0, 0);
    const at = { x: 300, y: 0 };
    const line = ada.add({ kind: "line", at, stroke: RED });
    ada.select(square, line);
    const subject = styleSubjectOf(ada.editor)!;
    expect(subject.valueOf("stroke")).toBe(MIXED);
    expect(subject.valueOf("fill")).toBe("#a5d8ff");
    expect(subject.names).toContain("fill");
    ada.select(line);
    expect(styleSubjectOf(ada.editor)!.names).not.toContain("fill");
  });

  it("is copied to shapes of other kinds, as far as they have it", () => {
    const ada = new TestEditor();
    const square = ada.addSquare(0, 0);
    const at = { x: 300, y: 0 };
    const line = ada.add({ kind: "line", at, stroke: RED, dash: "dotted" });
    ada.select(line).key("Mod+Alt+c");
    ada.select(square).key("Mod+Alt+v");
    expect(ada.board.get(square)).toMatchObject({
      stroke: RED,
      dash: "dotted",
      fill: "#a5d8ff",
    });
  });

  it("has no subject where nothing has one", () => {
    const ada = new TestEditor();
    ada.select();
    expect(styleSubjectOf(ada.editor)).toBeUndefined();
    expect(setStyle(ada.editor, { stroke: RED })).toBe(false);
  });
});
