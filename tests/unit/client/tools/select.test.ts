import { describe, expect, it } from "vitest";
import type { ShapeId } from "@/core/base/ids";
import { TestEditor } from "../../../support/test-editor";

function selecting(): TestEditor {
  const ada = new TestEditor();
  ada.editor.setTool("select");
  return ada;
}

const selected = ({ editor }: TestEditor) => [...editor.selection.get()];
const placeOf = ({ board }: TestEditor, id: ShapeId) => board.get(id)?.at;

describe("a click with the selection tool", () => {
  it("picks the topmost shape under it", () => {
    const ada = selecting();
    ada.addSquare(0, 0);
    const upper = ada.addSquare(50, 50);
    ada.click(75, 75);
    expect(selected(ada)).toEqual([upper]);
  });

  it("picks a shape that it misses by no more than 8 pixels, whatever the zoom", () => {
    const ada = selecting();
    const id = ada.addSquare(0, 0);
    ada.editor.camera.set({ x: -100, y: -100, zoom: 2 });
    ada.click(200 - 7, 250);
    expect(selected(ada)).toEqual([id]);
    ada.clock.advance(1_000);
    ada.click(200 - 12, 250);
    expect(selected(ada)).toEqual([]);
  });

  it("picks a shape that a fingertip misses by 15 pixels", () => {
    const ada = selecting();
    const id = ada.addSquare(100, 100);
    ada.click(85, 150, { device: "touch" });
    expect(selected(ada)).toEqual([id]);
  });

  it("selects nothing where there is nothing", () => {
    const ada = selecting();
    ada.editor.select([ada.addSquare(0, 0)]);
    ada.click(500, 500);
    expect(selected(ada)).toEqual([]);
  });

  it("adds to the selection with Shift, and takes away again", () => {
    const ada = selecting();
    const one = ada.addSquare(0, 0);
    const two = ada.addSquare(200, 0);
    ada.click(50, 50).click(250, 50, { shift: true });
    expect(selected(ada)).toEqual([one, two]);
    ada.click(50, 50, { shift: true });
    expect(selected(ada)).toEqual([two]);
  });

  it("picks a stroke, which Delete then removes", () => {
    const ada = new TestEditor().drag([
      [100, 100],
      [200, 200],
      [300, 100],
    ]);
    ada.editor.setTool("select");
    ada.click(203, 198);
    expect(selected(ada)).toHaveLength(1);
    ada.key("Delete");
    expect(ada.board.size).toBe(0);
    expect(selected(ada)).toEqual([]);
  });
});

describe("a drag with the selection tool", () => {
  it("moves the shape under the pointer, in one edit at the end", () => {
    const ada = selecting();
    const id = ada.addSquare(0, 0);
    let commits = 0;
    ada.board.observe(() => (commits += 1));
    ada.pointerDown(50, 50).pointerMove(60, 50).pointerMove(80, 70);
    ada.expectToBeIn("select.dragging");
    expect(ada.editor.preview.get()).toMatchObject({
      lifted: new Set([id]),
      shapes: [{ id, at: { x: 30, y: 20 } }],
    });
    expect(commits).toBe(0);

    ada.pointerUp();
    expect(commits).toBe(1);
    expect(placeOf(ada, id)).toEqual({ x: 30, y: 20 });
    expect(selected(ada)).toEqual([id]);
  });

  it("moves all that is selected when it begins on one of them", () => {
    const ada = selecting();
    const one = ada.addSquare(0, 0);
    const two = ada.addSquare(200, 0);
    ada.editor.select([one, two]);
    ada.drag([
      [50, 50],
      [60, 60],
    ]);
    expect(placeOf(ada, one)).toEqual({ x: 10, y: 10 });
    expect(placeOf(ada, two)).toEqual({ x: 210, y: 10 });
  });

  it("moves the shape under the pointer alone when others are selected", () => {
    const ada = selecting();
    const one = ada.addSquare(0, 0);
    const two = ada.addSquare(200, 0);
    ada.editor.select([one]);
    ada.drag([
      [250, 50],
      [260, 60],
    ]);
    expect(placeOf(ada, one)).toEqual({ x: 0, y: 0 });
    expect(placeOf(ada, two)).toEqual({ x: 210, y: 10 });
    expect(selected(ada)).toEqual([two]);
  });

  it("is a click while the hand only shakes", () => {
    const ada = selecting();
    const id = ada.addSquare(0, 0);
    ada.drag([
      [50, 50],
      [52, 51],
    ]);
    expect(placeOf(ada, id)).toEqual({ x: 0, y: 0 });
    expect(ada.editor.preview.get()).toBeUndefined();
  });

  it("is one step for undo", () => {
    const ada = selecting();
    const id = ada.addSquare(0, 0);
    ada.drag([
      [50, 50],
      [90, 50],
      [150, 50],
    ]);
    ada.key("Mod+z");
    expect(placeOf(ada, id)).toEqual({ x: 0, y: 0 });
  });

  it("leaves everything where it was when Escape is pressed", () => {
    const ada = selecting();
    const id = ada.addSquare(0, 0);
    ada.pointerDown(50, 50).pointerMove(90, 90);
    ada.key("Escape");
    ada.expectToBeIn("select.idle").pointerUp();
    expect(placeOf(ada, id)).toEqual({ x: 0, y: 0 });
    expect(ada.editor.preview.get()).toBeUndefined();
    expect(selected(ada)).toEqual([id]);
  });

  it("survives that somebody else removes the shape meanwhile", () => {
    const ada = selecting();
    const gone = ada.addSquare(0, 0);
    const left = ada.addSquare(200, 0);
    ada.editor.select([gone, left]);
    ada.pointerDown(50, 50).pointerMove(60, 60);
    ada.byOther((draft) => draft.remove(gone));
    ada.pointerMove(70, 70).pointerUp();
    expect(ada.board.get(gone)).toBeUndefined();
    expect(placeOf(ada, left)).toEqual({ x: 220, y: 20 });
    expect(selected(ada)).toEqual([left]);
  });

  it("starts from where somebody else has moved the shape meanwhile", () => {
    const ada = selecting();
    const id = ada.addSquare(0, 0);
    ada.pointerDown(50, 50).pointerMove(60, 60);
    ada.byOther((draft) => draft.set(id, { at: { x: 500, y: 0 } }));
    ada.pointerUp();
    expect(placeOf(ada, id)).toEqual({ x: 510, y: 10 });
  });
});
