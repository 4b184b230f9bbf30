import { describe, expect, it } from "vitest";
import { setStyle } from "@/client/editor/styles/style-subject";
import { screenPoint } from "@/core/geometry/point";
import { MAX_INK_POINTS } from "@/core/shapes/ink/ink-codec";
import type { InkShape } from "@/core/shapes/ink/ink-shape";
import { TestEditor } from "../../../support/test-editor";

const PATH = [
  [100, 100],
  [120.26, 110],
  [140, 130],
] as const;

const strokesOf = ({ board }: TestEditor) => board.inOrder() as InkShape[];

describe("the pen", () => {
  it("commits a stroke once, when it is lifted", () => {
    const ada = new TestEditor();
    let commits = 0;
    ada.board.observe(() => (commits += 1));

    ada.pointerDown(100, 100).pointerMove(120, 110).pointerMove(140, 130);
    ada.expectToBeIn("draw.drawing");
    expect(commits).toBe(0);

    ada.pointerUp().expectToBeIn("draw.idle");
    expect(commits).toBe(1);
    expect(strokesOf(ada)).toHaveLength(1);
  });

  it("shows before the commit exactly what the document gives back after it", () => {
    const ada = new TestEditor();
    ada.editor.camera.set({ x: 3.33, y: -7.77, zoom: 1.7 });
    ada.pointerDown(100, 100).pointerMove(120.26, 110).pointerMove(140, 130);
    const shown = ada.editor.preview.get()?.shapes;
    ada.pointerUp();

    const [stroke] = strokesOf(ada);
    expect(shown).toMatchObject([
      { ...stroke, index: expect.anything(), author: undefined },
    ]);
    expect(ada.editor.preview.get()).toBeUndefined();
  });

  it("draws with the chosen colour and width", () => {
    const ada = new TestEditor();
    setStyle(ada.editor, { stroke: "#e03131", strokeWidth: 4 });
    ada.drag(PATH);
    expect(strokesOf(ada)[0]).toMatchObject({
      stroke: "#e03131",
      strokeWidth: 4,
    });
  });

  it("makes a dot of a click", () => {
    const ada = new TestEditor().click(300, 200);
    expect(strokesOf(ada)).toMatchObject([
      { at: { x: 300, y: 200 }, points: [{ x: 0, y: 0 }] },
    ]);
  });

  it("keeps no places where it stood still", () => {
    const ada = new TestEditor().drag([...PATH, [140, 130], [140.04, 130]]);
    expect(strokesOf(ada)[0]?.points).toHaveLength(PATH.length);
  });

  it("keeps every place that the pen reported within a frame", () => {
    const ada = new TestEditor().pointerDown(0, 0);
    ada.sweep([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
    ada.pointerUp();
    expect(strokesOf(ada)[0]?.points.map(({ x }) => x)).toEqual([0, 1, 2, 3]);
  });

  it("is drawn ahead to where it is expected next, and keeps none of that", () => {
    const ada = new TestEditor().pointerDown(0, 0);
    const shown = () =>
      (ada.editor.preview.get()?.shapes as InkShape[])[0]?.points.map(
        ({ x }) => x,
      );
    ada.pointerMove(10, 0, {
      predicted: [
        { screen: screenPoint(16, 0), pressure: 0.5 },
        { screen: screenPoint(20, 0), pressure: 0.5 },
      ],
    });
    expect(shown()).toEqual([0, 10, 16, 20]);
    ada.pointerMove(12, 3);
    expect(shown()).toEqual([0, 10, 12]);
    ada.pointerUp();
    expect(strokesOf(ada)[0]?.points.map(({ x }) => x)).toEqual([0, 10, 12]);
    const sent = ada.lane.strokes[0]?.batches.flat();
    expect(sent?.map(({ x }) => x)).toEqual([0, 10, 12]);
  });

  it("leaves nothing behind when the gesture is cancelled", () => {
    const ada = new TestEditor().pointerDown(100, 100).pointerMove(150, 150);
    ada.pointers.cancel(1);
    ada.expectToBeIn("draw.idle");
    expect(ada.board.size).toBe(0);
    expect(ada.board.history.canUndo.get()).toBe(false);
    expect(ada.editor.preview.get()).toBeUndefined();
    expect(ada.lane.strokes).toMatchObject([{ state: "cancelled" }]);
  });

  it("leaves nothing behind when another tool is chosen meanwhile", () => {
    const ada = new TestEditor().pointerDown(100, 100).pointerMove(150, 150);
    ada.editor.setTool("select");
    ada.expectToBeIn("select.idle");
    ada.pointerUp();
    expect(ada.board.size).toBe(0);
    expect(ada.editor.preview.get()).toBeUndefined();
  });

  it("shows the others the stroke point by point, and ends after the commit", () => {
    const ada = new TestEditor();
    let stateAtCommit: string | undefined;
    ada.board.observe(() => (stateAtCommit = ada.lane.strokes[0]?.state));
    ada.drag(PATH);

    const [stroke] = strokesOf(ada);
    const [shown] = ada.lane.strokes;
    expect(shown).toMatchObject({
      shape: stroke?.id,
      at: stroke?.at,
      state: "ended",
    });
    expect(shown?.batches.flat()).toEqual(stroke?.points);
    expect(shown?.batches).toHaveLength(PATH.length);
    expect(stateAtCommit).toBe("drawing");
  });

  it("keeps the pressure of a pen that measures it, up to its last place", () => {
    const pen = { device: "pen", pressure: 0.25 } as const;
    const ada = new TestEditor().pointerDown(0, 0, pen).pointerMove(9, 9, pen);
    ada.pointerUp({
      samples: [{ screen: screenPoint(12, 12), pressure: 0 }],
    });
    const [stroke] = strokesOf(ada);
    expect(stroke?.hasPressure).toBe(true);
    for (const { pressure } of stroke?.points ?? [])
      expect(pressure).toBeCloseTo(0.25, 2);
  });

  it("keeps how a pen is held, at each of its points", () => {
    const at = (x: number, tilt?: readonly [number, number]) => ({
      screen: screenPoint(x, 0),
      pressure: 0.3,
      ...(tilt && { tilt }),
    });
    const pen = { device: "pen", pressure: 0.3 } as const;
    const ada = new TestEditor().pointerDown(0, 0, pen);
    ada.pointerUp({
      samples: [at(10, [30, -45]), at(10, [31, -45]), at(20), at(30, [-60, 5])],
    });
    const { tilt, points } = strokesOf(ada)[0]!;
    expect(points.map(({ x }) => x)).toEqual([0, 10, 20, 30]);
    expect([...new Int8Array(tilt!)]).toEqual([0, 0, 30, -45, 0, 0, -60, 5]);
  });

  it("keeps nothing of a pen that does not tell how it is held", () => {
    const ada = new TestEditor();
    ada.drag(PATH, { device: "pen", pressure: 0.3 });
    expect(strokesOf(ada)[0]).not.toHaveProperty("tilt");
  });

  it("lets the width follow the speed where no pressure is measured", () => {
    const ada = new TestEditor()
      .drag(PATH)
      .drag(PATH, { device: "touch", pressure: 1 });
    expect(strokesOf(ada).map(({ hasPressure }) => hasPressure)).toEqual([
      false,
      false,
    ]);
  });

  it("goes on in a second shape, without a gap, when one is full", () => {
    const ada = new TestEditor().pointerDown(0, 0);
    ada.sweep(
      Array.from({ length: MAX_INK_POINTS + 500 }, (_, i) => [
        i % 1000,
        Math.floor(i / 1000) * 10,
      ]),
    );
    expect(ada.board.size).toBe(1);
    ada.expectToBeIn("draw.drawing").pointerUp();

    const [full, rest] = strokesOf(ada);
    expect(full?.points).toHaveLength(MAX_INK_POINTS);
    const end = full?.points.at(-1);
    const shared = rest?.points.find(
      ({ x, y }) =>
        x + rest.at.x === end!.x + full!.at.x &&
        y + rest.at.y === end!.y + full!.at.y,
    );
    expect(shared).toBeDefined();
    expect(ada.lane.strokes.map(({ state }) => state)).toEqual([
      "ended",
      "ended",
    ]);
  });

  it("drops the selection when it is taken in the hand", () => {
    const ada = new TestEditor();
    const id = ada.addSquare(0, 0);
    ada.editor.setTool("select");
    ada.editor.select([id]);
    ada.editor.setTool("draw");
    expect(ada.editor.selection.get().size).toBe(0);
  });
});
