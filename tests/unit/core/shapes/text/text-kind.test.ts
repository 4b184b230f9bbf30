import { describe, expect, test } from "vitest";

import { heightOf, widthOf } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import { textKind } from "@/core/shapes/text/text-kind";
import type { TextShape } from "@/core/shapes/text/text-shape";
import { BoardSurface } from "../../../../support/board-surface";
import { shapeOf } from "../../../../support/shape-fixtures";

const shape = shapeOf("text", { text: "hello\nworld, all of it" });

const paint = (changes: Partial<TextShape>) => {
  const surface = new BoardSurface();
  const text = { ...shape, ...changes };
  textKind.paint(text, { surface, theme: "light", scale: 1 });
  return surface;
};

test("is written line by line from its top left corner", () => {
  const { marks, texts, font } = paint({});
  expect(texts).toEqual(["hello", "world, all of it"]);
  expect(marks).toMatchObject([
    { x: 0, y: 19.5 },
    { x: 0, y: 44.5 },
  ]);
  expect(font).toMatch(/^20px /);
});

test("is hit within its box", () => {
  const { maxX, maxY } = textKind.box(shape);
  expect(textKind.hit(shape, boardPoint(maxX - 1, maxY - 1), 0)).toBe(true);
  expect(textKind.hit(shape, boardPoint(maxX + 2, maxY - 1), 1)).toBe(false);
});

test("breaks its lines where it is told to, and is as wide as that", () => {
  expect(paint({ wrap: 80 }).texts.length).toBeGreaterThan(2);
  expect(widthOf(textKind.box({ ...shape, wrap: 80 }))).toBe(80);
});

test("is as high as a line when there is nothing written yet", () => {
  expect(heightOf(textKind.box({ ...shape, text: "" }))).toBe(25);
  expect(widthOf(textKind.box({ ...shape, text: "" }))).toBeGreaterThan(0);
});

describe("stretched", () => {
  test("in its width alone, breaks its lines there and keeps its letters", () => {
    const form = textKind.stretch(shape, { x: 0.5, y: 1 });
    expect(form.fontSize ?? shape.fontSize).toBe(20);
    expect(form.wrap).toBeCloseTo(widthOf(textKind.box(shape)) / 2, 1);
  });

  test("in its height too, has larger letters, and breaks where it did", () => {
    expect(textKind.stretch(shape, { x: 2, y: 2 })).toEqual({
      fontSize: 40,
      wrap: undefined,
    });
    const wrapped = { ...shape, wrap: 80 };
    expect(textKind.stretch(wrapped, { x: -2, y: 2 })).toEqual({
      fontSize: 40,
      wrap: 160,
    });
  });

  test("by nothing, or turned over, stays as it is", () => {
    expect(textKind.stretch(shape, { x: 1, y: 1 })).toEqual({});
    expect(textKind.stretch(shape, { x: -1, y: 1 })).toEqual({});
  });

  test("to nothing, or beyond all measure, can still be read", () => {
    expect(textKind.stretch(shape, { x: 0, y: 0 }).fontSize).toBe(2);
    expect(textKind.stretch(shape, { x: 0, y: 1 }).wrap).toBeGreaterThan(20);
    expect(textKind.stretch(shape, { x: 1e6, y: 1e6 }).fontSize).toBe(2000);
  });
});
