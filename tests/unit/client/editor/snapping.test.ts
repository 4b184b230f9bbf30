import { describe, expect, it } from "vitest";
import { TestEditor } from "../../../support/test-editor";

/** Drags the square at 0, 600 so that its corner comes to a place, and returns where it stands while it is held. */
function dragTo(
  ada: TestEditor,
  x: number,
  y: number,
  held: { mod?: boolean; shift?: boolean } = {},
) {
  const id = ada.addSquare(0, 600);
  ada
    .select()
    .pointerDown(50, 650, held)
    .pointerMove(x + 50, y + 50, held);
  const guides = ada.editor.guides.get();
  const { at } = ada.editor.preview.get()!.shapes[0]!;
  ada.pointerUp().expectNothingUnderWay();
  expect(ada.board.get(id)?.at).toEqual(at);
  return { at, guides };
}

describe("a shape that is moved", () => {
  it.each([
    ["its left edge to a left edge", 404, 604, { x: 400 }],
    ["its right edge to a left edge", 297, 604, { x: 300 }],
    ["its middle to a middle", 452, 604, { x: 450 }],
    ["its top to a bottom", 700, 397, { y: 400 }],
  ])("snaps %s, and shows a guide", (_, x, y, expected) => {
    const ada = new TestEditor();
    ada.add({
      kind: "ellipse",
      at: { x: 400, y: 100 },
      size: { width: 200, height: 300 },
    });
    const { at, guides } = dragTo(ada, x, y);
    expect(at).toMatchObject(expected);
    expect(guides).not.toEqual([]);
    expect(guides.every(({ kind }) => kind === "line")).toBe(true);
  });

  it("snaps to a gap as wide as the next, and between two others", () => {
    const ada = new TestEditor();
    ada.addSquare(100, 100);
    ada.addSquare(230, 110);
    const after = dragTo(ada, 363, 137);
    expect(after.at.x).toBe(360);
    expect(after.guides.filter(({ kind }) => kind === "gap")).toHaveLength(2);
    const wide = new TestEditor();
    wide.addSquare(100, 100);
    wide.addSquare(500, 110);
    expect(dragTo(wide, 303, 137).at.x).toBe(300);
  });

  it("goes where the pointer goes with Mod, far from everything, and when snapping is off", () => {
    const ada = new TestEditor();
    ada.addSquare(400, 100);
    expect(dragTo(ada, 404, 300, { mod: true }).at).toEqual({ x: 404, y: 300 });
    const far = new TestEditor();
    far.addSquare(400, 100);
    expect(dragTo(far, 410, 311).at).toEqual({ x: 410, y: 311 });
    const off = new TestEditor();
    off.addSquare(400, 100);
    off.editor.run("view.snapToShapes");
    expect(dragTo(off, 404, 300).at).toEqual({ x: 404, y: 300 });
  });

  it("snaps nearer the closer one looks", () => {
    const ada = new TestEditor();
    ada.addSquare(400, 100);
    ada.editor.camera.set({ x: 0, y: 0, zoom: 2 });
    const id = ada.addSquare(0, 250);
    ada.select().drag([
      [100, 600],
      [908, 600],
    ]);
    expect(ada.board.get(id)?.at.x).toBe(404);
  });

  it("snaps to the grid instead when that is on", () => {
    const ada = new TestEditor();
    ada.addSquare(404, 100);
    ada.key("Mod+'");
    expect(dragTo(ada, 407, 313)).toEqual({
      at: { x: 400, y: 320 },
      guides: [],
    });
  });

  it("keeps to its axis with Shift, whatever lies beside it", () => {
    const ada = new TestEditor();
    ada.addSquare(400, 603);
    const { at, guides } = dragTo(ada, 200, 610, { shift: true });
    expect(at.y).toBe(600);
    expect(guides).toEqual([]);
  });

  it("does not snap to itself, to what is out of view, or to strokes", () => {
    const ada = new TestEditor();
    ada.addSquare(404, -900);
    ada.drag([
      [404, 100],
      [404, 200],
    ]);
    expect(dragTo(ada, 401, 300).at).toEqual({ x: 401, y: 300 });
  });
});

describe("other things that snap", () => {
  it("are corners that are dragged out, at both ends", () => {
    const ada = new TestEditor();
    ada.addSquare(400, 100);
    ada.editor.setTool("rectangle");
    ada.drag([
      [402, 300],
      [503, 350],
    ]);
    const made = ada.editor.selectedShapes();
    expect(made).toMatchObject([{ at: { x: 400 }, size: { width: 100 } }]);
  });

  it("are handles and the ends of lines", () => {
    const ada = new TestEditor();
    ada.addSquare(400, 100);
    const square = ada.addSquare(100, 300);
    ada.select(square).drag([
      [200, 350],
      [397, 350],
    ]);
    expect(ada.board.get(square)).toMatchObject({ size: { width: 300 } });
    const tip = { x: 50, y: 0 };
    const line = ada.add({ kind: "line", at: { x: 100, y: 600 }, tip });
    ada.select(line).drag([
      [150, 600],
      [503, 640],
    ]);
    expect(ada.board.get(line)).toMatchObject({ tip: { x: 400, y: 40 } });
  });
});
