import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../../support/test-editor";

describe("a new neighbour", () => {
  it("stands beside the selected shape, looks like it, and is written into at once", () => {
    const ada = new TestEditor();
    ada.editor.setTool("select");
    const at = { x: 0, y: 0 };
    const id = ada.add({ kind: "note", at, text: "first", fill: "#b2f2bb" });
    ada.editor.select([id]);
    ada.key("Mod+ArrowRight");
    const [beside] = ada.selected;
    expect(ada.board.get(beside!)).toMatchObject({
      kind: "note",
      at: { x: 240, y: 0 },
      fill: "#b2f2bb",
      text: "",
    });
    expect(ada.editor.typing.shape.get()).toBe(beside);
  });

  it("is one step for undo", () => {
    const ada = new TestEditor();
    ada.editor.setTool("select");
    ada.editor.select([ada.addSquare(0, 0)]);
    ada.editor.run("neighbour.below");
    ada.editor.typing.stop();
    expect(ada.board.size).toBe(2);
    ada.editor.run("history.undo");
    expect(ada.board.size).toBe(1);
  });

  it("is not made of lines, nor of several shapes", () => {
    const ada = new TestEditor();
    ada.editor.setTool("select");
    const line = ada.add({ kind: "line", at: { x: 0, y: 0 } });
    ada.editor.select([line]);
    expect(ada.editor.run("neighbour.right")).toBe(false);
    ada.editor.select([ada.addSquare(0, 0), ada.addSquare(200, 0)]);
    expect(ada.editor.run("neighbour.right")).toBe(false);
  });
});
