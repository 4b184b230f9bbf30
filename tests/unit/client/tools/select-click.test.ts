import { describe, expect, it } from "vitest";
import { screenPoint } from "@/core/geometry/point";
import { TestEditor } from "../../../support/test-editor";

describe("a drag from the paper with the selection tool", () => {
  const AROUND_BOTH = [
    [50, 50],
    [450, 250],
  ] as const;

  function withTwo() {
    const ada = new TestEditor();
    const left = ada.addSquare(100, 100);
    const right = ada.addSquare(300, 100);
    ada.select();
    return { ada, left, right };
  }

  it("selects what lies wholly within the box", () => {
    const { ada, left, right } = withTwo();
    ada.drag([
      [50, 50],
      [350, 250],
    ]);
    expect(ada.selected).toEqual([left]);
    ada.drag(AROUND_BOTH);
    expect(ada.selected).toEqual([left, right]);
    ada.expectNothingUnderWay();
  });

  it("adds to the selection with Shift", () => {
    const { ada, left, right } = withTwo();
    ada.select(right).drag(
      [
        [50, 50],
        [250, 250],
      ],
      { shift: true },
    );
    expect(new Set(ada.selected)).toEqual(new Set([left, right]));
  });

  it("selects a group only when all of it lies within, and nothing locked", () => {
    const { ada, left, right } = withTwo();
    ada.select(left, right).key("Mod+g");
    const group = ada.selected;
    ada.drag([
      [50, 50],
      [290, 250],
    ]);
    expect(ada.selected).toEqual([]);
    ada.drag(AROUND_BOTH);
    expect(ada.selected).toEqual(group);
    ada.key("Mod+Shift+l");
    ada.drag(AROUND_BOTH);
    expect(ada.selected).toEqual([]);
  });

  it("shows the box meanwhile, and on Escape leaves the selection as it was", () => {
    const { ada, left, right } = withTwo();
    ada.select(right).pointerDown(50, 50).pointerMove(250, 250);
    expect(ada.editor.marquee.get()).toEqual({
      minX: 50,
      minY: 50,
      maxX: 250,
      maxY: 250,
    });
    expect(ada.selected).toEqual([left]);
    ada.key("Escape");
    ada.pointerUp().expectNothingUnderWay();
    expect(ada.selected).toEqual([right]);
  });
});

describe("a drag of a selected shape", () => {
  it("keeps to one axis with Shift, also when it is pressed later", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(100, 100);
    ada.select().pointerDown(150, 150).pointerMove(250, 170);
    ada.modifier("Shift", true);
    ada.pointerUp({ shift: true });
    expect(ada.board.get(id)?.at).toEqual({ x: 200, y: 100 });
  });

  it("works from between several that are selected", () => {
    const ada = new TestEditor();
    const one = ada.addSquare(100, 100);
    const two = ada.addSquare(400, 100);
    ada.select(one, two).drag(
      [
        [300, 150],
        [300, 180],
      ],
      { mod: true },
    );
    expect(ada.board.get(one)?.at).toEqual({ x: 100, y: 130 });
    expect(ada.board.get(two)?.at).toEqual({ x: 400, y: 130 });
    ada.click(300, 150);
    expect(ada.selected).toEqual([]);
  });

  it("that comes back to where it began is no step", () => {
    const ada = new TestEditor();
    ada.addSquare(100, 100);
    ada.select().drag([
      [150, 150],
      [250, 250],
      [150, 150],
    ]);
    expect(ada.board.history.depth).toBe(1);
    ada.expectNothingUnderWay();
  });
});

describe("the context menu", () => {
  const openAt = (ada: TestEditor, x: number, y: number) => {
    ada.pointerDown(x, y, { device: "touch" });
    ada.clock.advance(600);
    ada.pointerUp();
  };

  it("opens where a finger rests, for the shape there, which is selected", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(100, 100);
    openAt(ada, 150, 150);
    expect(ada.editor.contextMenu.get()).toEqual(screenPoint(150, 150));
    expect(ada.selected).toEqual([id]);
    ada.expectToBeIn("select.idle").expectNothingUnderWay();
    expect(ada.board.size).toBe(1);
  });

  it("is about the whole selection when it opens on a part of it", () => {
    const ada = new TestEditor();
    const ids = [ada.addSquare(100, 100), ada.addSquare(300, 100)];
    ada.select(...ids);
    openAt(ada, 150, 150);
    expect(ada.selected).toEqual(ids);
  });

  it("is about the group, about a locked shape, and about nothing on the paper", () => {
    const ada = new TestEditor();
    ada.select(ada.addSquare(100, 100), ada.addSquare(300, 100));
    ada.key("Mod+g");
    const group = ada.selected;
    ada.key("Mod+Shift+l");
    openAt(ada, 700, 600);
    expect(ada.selected).toEqual([]);
    openAt(ada, 150, 150);
    expect(ada.selected).toEqual(group);
  });

  it("does not open where the finger has moved", () => {
    const ada = new TestEditor();
    const finger = { device: "touch" } as const;
    ada.pointerDown(100, 100, finger).pointerMove(150, 100, finger);
    ada.clock.advance(600);
    ada.pointerUp();
    expect(ada.editor.contextMenu.get()).toBeUndefined();
    expect(ada.board.size).toBe(1);
  });

  it("closes at the next press", () => {
    const ada = new TestEditor();
    openAt(ada, 700, 600);
    ada.click(10, 10);
    expect(ada.editor.contextMenu.get()).toBeUndefined();
  });
});

describe("taps of several fingers", () => {
  function tap(ada: TestEditor, count: number, move = 0): void {
    const ids = Array.from({ length: count }, (_, i) => i + 1);
    for (const id of ids)
      ada.pointerDown(300 + 60 * id, 300, { id, device: "touch" });
    if (move) ada.pointerMove(360 + move, 300, { id: 1, device: "touch" });
    for (const id of ids) ada.pointerUp({ id });
  }

  it("undo with two, redo with three", () => {
    const ada = new TestEditor();
    ada.addSquare(0, 0);
    tap(ada, 2);
    expect(ada.board.size).toBe(0);
    tap(ada, 3);
    expect(ada.board.size).toBe(1);
    expect(ada.board.history.depth).toBe(1);
  });

  it("do neither when a finger moves or stays", () => {
    const ada = new TestEditor();
    ada.addSquare(0, 0);
    tap(ada, 2, 40);
    expect(ada.board.size).toBe(1);
    ada.pointerDown(300, 300, { id: 1, device: "touch" });
    ada.pointerDown(400, 300, { id: 2, device: "touch" });
    ada.clock.advance(400);
    ada.pointerUp({ id: 1 }).pointerUp({ id: 2 });
    expect(ada.board.size).toBe(1);
  });
});
