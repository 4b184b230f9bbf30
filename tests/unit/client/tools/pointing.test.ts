import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

const OVER = [
  [100, 100],
  [200, 150],
] as const;

describe("the laser", () => {
  it("shows a trail here and to the others, and leaves nothing on the board", () => {
    const ada = new TestEditor();
    ada.editor.setTool("laser");
    ada.drag(OVER);
    expect(ada.editor.laser.get()?.points).toMatchObject([
      { x: 100, y: 100 },
      { x: 200, y: 150 },
      { x: 200, y: 150 },
    ]);
    expect(ada.lane.lasers).toMatchObject([{ state: "ended" }]);
    expect(ada.board.size).toBe(0);
    expect(ada.board.history.canUndo.get()).toBe(false);
    ada.expectToBeIn("laser.idle").expectNothingUnderWay();
  });

  it("points on a board that one may not change", () => {
    const ada = new TestEditor();
    ada.board.doc.getMap("meta").set("schema", 999);
    ada.editor.setTool("laser");
    ada.drag(OVER);
    expect(ada.lane.lasers).toHaveLength(1);
  });

  it("takes its trail away when it is given up", () => {
    const ada = new TestEditor();
    ada.editor.setTool("laser");
    ada.pointerDown(100, 100).pointerMove(200, 150);
    ada.key("Escape");
    expect(ada.editor.laser.get()).toBeUndefined();
    ada.expectNothingUnderWay();
  });
});

describe("the highlighter", () => {
  it("draws strokes of its own kind and colour, which the pen does not take over", () => {
    const ada = new TestEditor();
    ada.key("Shift+P");
    ada.drag(OVER);
    ada.key("p");
    ada.drag([
      [300, 100],
      [400, 150],
    ]);
    const [marked, drawn] = ada.board.inOrder();
    expect(marked).toMatchObject({ kind: "highlight", stroke: "#f08c00" });
    expect(drawn).toMatchObject({ kind: "ink", stroke: "#1e1e1e" });
    expect(ada.lane.strokes[0]).toMatchObject({ kind: "highlight" });
  });
});

describe("the eyedropper", () => {
  const RED = "#e03131";

  it("takes the colour of a line for the next shape and for what is selected", () => {
    const ada = new TestEditor();
    const at = { x: 100, y: 100 };
    ada.add({ kind: "line", at, tip: { x: 100, y: 0 }, stroke: RED });
    const square = ada.addSquare(400, 400);
    ada.select(square).key("i");
    ada.click(150, 100);
    expect(ada.board.get(square)).toMatchObject({ stroke: RED });
    ada.expectToBeIn("select.idle");
    ada.select().key("r");
    ada.click(700, 200);
    const [made] = ada.selected;
    expect(ada.board.get(made!)).toMatchObject({ stroke: RED });
  });

  it("takes the inside with Shift, and what nobody filled empties", () => {
    const ada = new TestEditor();
    const square = ada.addSquare(100, 100);
    const at = { x: 400, y: 100 };
    const size = { width: 100, height: 100 };
    const clear = ada.add({ kind: "rectangle", at, size });
    ada.select(clear).key("i");
    ada.click(150, 150, { shift: true });
    expect(ada.board.get(clear)).toMatchObject({ fill: "#a5d8ff" });
    ada.board.change("clear", (d) => d.set(clear, { fill: undefined }));
    ada.select(square).key("i");
    ada.click(400, 150, { shift: true });
    expect(ada.board.get(square)).toMatchObject({ fill: undefined });
  });

  it("takes a note's paper, and stays in the hand over nothing", () => {
    const ada = new TestEditor();
    ada.add({ kind: "note", at: { x: 100, y: 100 }, fill: "#b2f2bb" });
    ada.key("i");
    ada.click(900, 700);
    expect(ada.editor.tool.get()).toBe("eyedropper");
    ada.click(150, 150);
    const { stroke } = ada.editor.styles.valuesFor("rectangle");
    expect(stroke).toBe("#b2f2bb");
  });
});
