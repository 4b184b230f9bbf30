import { describe, expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import { toBoard } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import { caretPlace, textSelection } from "@/core/shapes/text/caret-place";
import type { TextShape } from "@/core/shapes/text/text-shape";
import { shapeOf } from "../../../../support/shape-fixtures";

/** Every letter is 11 wide in this size, a line 25 high. */
const textOf = (text: string, changes: Partial<TextShape> = {}) =>
  shapeOf("text", { text, fontSize: 20, ...changes });

/** The caret's column and row, in letters and lines. */
const placeIn = (shape: Shape, index: number) => {
  const { x, y, height } = caretPlace(shape, index)!;
  expect(height).toBe(25);
  return [Math.round((x / 11) * 100) / 100, y / 25];
};

describe("a caret", () => {
  test.each([
    [0, 0, 0],
    [3, 3, 0],
    [5, 5, 0],
    [6, 0, 1],
    [11, 5, 1],
    [99, 5, 1],
    [-1, 0, 0],
  ])("at %i of two lines is at column %i of row %i", (index, column, row) => {
    expect(placeIn(textOf("hello\nworld"), index)).toEqual([column, row]);
  });

  test.each([
    ["a\r\nb", 3, 0, 1],
    ["a\n", 2, 0, 1],
    ["\n\nb", 1, 0, 1],
    ["", 0, 0, 0],
    ["  a", 1, 1, 0],
  ])("in %j at %i is at column %i of row %i", (text, index, column, row) => {
    expect(placeIn(textOf(text), index)).toEqual([column, row]);
  });

  test.each([
    [2, 2, 0],
    // Behind the last letter of the line, where the space hangs.
    [3, 3, 0],
    [4, 0, 1],
    [7, 3, 1],
  ])(
    "at %i of a broken line is at column %i of row %i",
    (index, column, row) => {
      const shape = textOf("one two", { wrap: 40 });
      expect(placeIn(shape, index)).toEqual([column, row]);
    },
  );

  test("in a word that was cut stands before the letter that it is at", () => {
    const shape = textOf("abcdefgh", { wrap: 44 });
    expect(placeIn(shape, 3)).toEqual([3, 0]);
    expect(placeIn(shape, 4)).toEqual([0, 1]);
    expect(placeIn(shape, 8)).toEqual([4, 1]);
  });

  test.each([
    ["start", 0],
    ["center", 1.5],
    ["end", 3],
  ] as const)("follows the alignment: %s", (align, column) => {
    const shape = textOf("longest\nhere", { align });
    expect(placeIn(shape, 8)).toEqual([column, 1]);
  });

  test("runs from the right in a text that does, each paragraph for itself", () => {
    const shape = textOf("left to right\nשלום");
    expect(placeIn(shape, 4)).toEqual([4, 0]);
    expect(placeIn(shape, 14)).toEqual([13, 1]);
    expect(placeIn(shape, 16)).toEqual([11, 1]);
  });

  test("stands in the middle of a label, however small the label is written", () => {
    const shape = shapeOf("rectangle", {
      size: { width: 100, height: 60 },
      text: "Go",
    });
    const { fontSize } = kindOf(shape).textPlace!(shape);
    const { x, y, height } = caretPlace(shape, 1)!;
    expect(x).toBeCloseTo(50);
    expect(y + height / 2).toBeCloseTo(30);
    expect(height).toBeCloseTo(fontSize * 1.25);
    const long = { ...shape, text: "many words that must shrink ".repeat(3) };
    expect(caretPlace(long, 0)!.height).toBeLessThan(height);
  });

  test("stands in the title of a frame, above it", () => {
    const { y } = caretPlace(shapeOf("frame", { text: "Plan" }), 2)!;
    expect(y).toBeLessThan(0);
  });

  test("is nowhere in a shape without a text", () => {
    expect(caretPlace(shapeOf("line"), 0)).toBeUndefined();
  });

  test("is turned with its shape", () => {
    const at = boardPoint(100, 100);
    const shape = textOf("hello", { at, angle: Math.PI });
    const { x, y } = caretPlace(shape, 0)!;
    const { maxX, maxY } = kindOf(shape).box(shape);
    const place = toBoard(shape, boardPoint(x, y));
    expect(place.x).toBeCloseTo(100 + maxX);
    expect(place.y).toBeCloseTo(100 + maxY);
  });
});

describe("a selection in a text", () => {
  const boxesOf = (text: string, from: number, to: number, wrap?: number) =>
    textSelection(textOf(text, { wrap }), from, to).map(
      ({ minX, maxX, minY, maxY }) =>
        [minX / 11, maxX / 11, minY / 25, maxY / 25].map(
          (place) => Math.round(place * 100) / 100,
        ),
    );

  test("is a box in each line that it touches, without what a break swallows", () => {
    expect(boxesOf("hello\nworld", 2, 4)).toEqual([[2, 4, 0, 1]]);
    expect(boxesOf("hello\nworld", 3, 8)).toEqual([
      [3, 5, 0, 1],
      [0, 2, 1, 2],
    ]);
    expect(boxesOf("one two", 0, 7, 40)).toEqual([
      [0, 3, 0, 1],
      [0, 3, 1, 2],
    ]);
  });

  test("of nothing, or without a text, is none", () => {
    expect(boxesOf("hello", 2, 2)).toEqual([]);
    expect(boxesOf("a\nb", 1, 2)).toEqual([]);
    expect(textSelection(shapeOf("line"), 0, 5)).toEqual([]);
  });

  test("runs from the right in a text that does", () => {
    expect(boxesOf("שלום", 0, 1)).toEqual([[3, 4, 0, 1]]);
  });
});
