import { describe, expect, it } from "vitest";
import type { ShapeId } from "@/core/base/ids";
import { boardPoint } from "@/core/geometry/point";
import {
  handlePlace,
  RESIZE_HANDLES,
  type ResizeHandle,
} from "@/core/shapes/selection-frame";
import { TestEditor } from "../../../support/test-editor";

const placeOf = ({ board }: TestEditor, id: ShapeId) => {
  const shape = board.get(id)!;
  const { width, height } = (shape as { readonly size?: Size }).size ?? {};
  return [shape.at.x, shape.at.y, width, height];
};
interface Size {
  readonly width: number;
  readonly height: number;
}

/** A selected square from 400, 300 to 500, 400, with nothing near it. */
function withSquare() {
  const ada = new TestEditor();
  const id = ada.addSquare(400, 300);
  ada.select(id);
  return { ada, id };
}

/** Pulls a handle of the selection by so many units. */
function pull(
  ada: TestEditor,
  handle: ResizeHandle,
  [x, y]: readonly [number, number],
  held: { shift?: boolean; alt?: boolean; mod?: boolean } = {},
): void {
  const from = handlePlace(ada.editor.selectionFrame()!, handle);
  ada.drag(
    [
      [from.x, from.y],
      [from.x + x, from.y + y],
    ],
    held,
  );
}

const quarter = (angle: number) => Math.round((angle * 180) / Math.PI);

describe("a drag of a handle", () => {
  it.each([
    ["nw", [410, 320, 90, 80]],
    ["n", [400, 320, 100, 80]],
    ["ne", [400, 320, 110, 80]],
    ["e", [400, 300, 110, 100]],
    ["se", [400, 300, 110, 120]],
    ["s", [400, 300, 100, 120]],
    ["sw", [410, 300, 90, 120]],
    ["w", [410, 300, 90, 100]],
  ] as const)("pulls %s and leaves the opposite side", (handle, place) => {
    const { ada, id } = withSquare();
    pull(ada, handle, [10, 20]);
    expect(placeOf(ada, id)).toEqual(place);
    expect(ada.board.history.depth).toBe(2);
    ada.expectNothingUnderWay();
  });

  it.each(RESIZE_HANDLES)(
    "turns the shape over when %s is pulled through",
    (handle) => {
      const { ada, id } = withSquare();
      const isTowards = (side: string) => (handle.includes(side) ? 1 : 0);
      const x = 150 * (isTowards("w") - isTowards("e"));
      const y = 150 * (isTowards("n") - isTowards("s"));
      pull(ada, handle, [x, y]);
      const [left, top, width, height] = placeOf(ada, id);
      expect([width, height]).toEqual([x === 0 ? 100 : 50, y === 0 ? 100 : 50]);
      expect(left).toBe(x === 0 ? 400 : x > 0 ? 500 : 350);
      expect(top).toBe(y === 0 ? 300 : y > 0 ? 400 : 250);
    },
  );

  it("keeps the ratio with Shift", () => {
    const { ada, id } = withSquare();
    pull(ada, "se", [50, 10], { shift: true });
    expect(placeOf(ada, id)).toEqual([400, 300, 150, 150]);
  });

  it("keeps the middle with Alt", () => {
    const { ada, id } = withSquare();
    pull(ada, "e", [30, 0], { alt: true });
    expect(placeOf(ada, id)).toEqual([370, 300, 160, 100]);
  });

  it("follows modifiers that are pressed and let go while the pointer rests", () => {
    const { ada, id } = withSquare();
    ada.pointerDown(500, 400).pointerMove(550, 410);
    ada.modifier("Shift", true);
    expect(ada.editor.preview.get()?.shapes).toMatchObject([
      { size: { width: 150, height: 150 } },
    ]);
    ada.modifier("Shift", false);
    ada.pointerUp();
    expect(placeOf(ada, id)).toEqual([400, 300, 150, 110]);
  });

  it("stretches several shapes about the opposite corner", () => {
    const { ada, id } = withSquare();
    const other = ada.addSquare(600, 300);
    ada.select(id, other);
    pull(ada, "e", [300, 0], { mod: true });
    expect(placeOf(ada, id)).toEqual([400, 300, 200, 100]);
    expect(placeOf(ada, other)).toEqual([800, 300, 200, 100]);
    ada.key("Mod+z");
    expect(placeOf(ada, other)).toEqual([600, 300, 100, 100]);
  });

  it("goes by the shape's own axes when it is turned", () => {
    const { ada, id } = withSquare();
    ada.board.change("turn", (draft) => draft.set(id, { angle: Math.PI / 2 }));
    pull(ada, "e", [0, 40]);
    expect(ada.board.get(id)).toMatchObject({
      size: { width: 140, height: 100 },
    });
  });

  it("is no edit when the handle is only clicked, though another edge is near", () => {
    const { ada, id } = withSquare();
    ada.addSquare(504, 200);
    ada.select(id);
    const depth = ada.board.history.depth;
    ada.click(500, 350);
    expect(placeOf(ada, id)).toEqual([400, 300, 100, 100]);
    expect(ada.board.history.depth).toBe(depth);
  });

  it("breaks the lines of a text by its sides, and scales it by its corners", () => {
    const ada = new TestEditor();
    const text = "some words that fill a line";
    const id = ada.add({ kind: "text", at: { x: 100, y: 100 }, text });
    ada.select(id);
    const { box } = ada.editor.selectionFrame()!;
    pull(ada, "e", [-100, 0], { mod: true });
    expect(ada.board.get(id)).toMatchObject({
      wrap: Math.round(box.maxX - box.minX - 100),
      fontSize: 20,
    });
    ada.key("Mod+z");
    pull(ada, "se", [box.maxX - box.minX, box.maxY - box.minY], { mod: true });
    expect(ada.board.get(id)).toMatchObject({ fontSize: 40 });
  });

  it("leaves an end of a line where it is when it is only clicked, and moves it as far as the pointer", () => {
    const ada = new TestEditor();
    const tip = boardPoint(200, 0);
    const id = ada.add({ kind: "line", at: { x: 100, y: 100 }, tip });
    ada.select(id).click(304, 103);
    expect(ada.board.get(id)).toMatchObject({ tip });
    ada.clock.advance(1_000);
    ada.drag([
      [304, 103],
      [404, 153],
    ]);
    expect(ada.board.get(id)).toMatchObject({ tip: { x: 300, y: 50 } });
  });

  it("moves an end of a line alone, by whole 15° with Shift", () => {
    const ada = new TestEditor();
    const tip = boardPoint(200, 0);
    const id = ada.add({ kind: "line", at: { x: 100, y: 100 }, tip });
    ada.select(id);
    ada.drag([
      [300, 100],
      [300, 180],
    ]);
    expect(ada.board.get(id)).toMatchObject({
      at: { x: 100, y: 100 },
      tip: { x: 200, y: 80 },
    });
    ada.drag(
      [
        [300, 180],
        [200, 196],
      ],
      { shift: true },
    );
    const { x, y } = (ada.board.get(id) as { tip: typeof tip }).tip;
    expect(x).toBeCloseTo(y);
  });
});

describe("a drag of the handle that turns", () => {
  /** From above the square of `withSquare` to somewhere round its middle. */
  const turn = (ada: TestEditor, x: number, y: number, shift = false) =>
    ada.drag(
      [
        [450, 300 - 24],
        [x, y],
      ],
      { shift },
    );

  it("turns the shape about its middle", () => {
    const { ada, id } = withSquare();
    turn(ada, 600, 350);
    expect(ada.board.get(id)).toMatchObject({ at: { x: 400, y: 300 } });
    expect(quarter(ada.board.get(id)!.angle)).toBe(90);
    ada.expectNothingUnderWay();
  });

  it("goes by whole 15° with Shift", () => {
    const { ada, id } = withSquare();
    turn(ada, 530, 276, true);
    expect(quarter(ada.board.get(id)!.angle)).toBe(45);
  });

  it("turns several about the middle of all, as one step", () => {
    const { ada, id } = withSquare();
    const other = ada.addSquare(600, 300);
    ada.select(id, other);
    const depth = ada.board.history.depth;
    ada.drag([
      [550, 276],
      [700, 350],
    ]);
    expect(placeOf(ada, id).slice(0, 2)).toEqual([500, 200]);
    expect(placeOf(ada, other).slice(0, 2)).toEqual([500, 400]);
    expect(ada.board.history.depth).toBe(depth + 1);
  });
});
