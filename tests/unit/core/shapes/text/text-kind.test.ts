import { expect, test } from "vitest";

import { asShapeId } from "@/core/base/ids";
import { boardPoint } from "@/core/geometry/point";
import { textKind } from "@/core/shapes/text/text-kind";
import type { TextShape } from "@/core/shapes/text/text-shape";
import { BoardSurface } from "../../../../support/board-surface";

const shape: TextShape = {
  kind: "text",
  id: asShapeId("text"),
  at: boardPoint(10, 10),
  index: "a0",
  author: undefined,
  opacity: 1,
  stroke: "#1e1e1e",
  strokeWidth: 2,
  text: "hello\nworld",
  fontSize: 20,
  size: { width: 60, height: 50 },
};

const paint = (changes: Partial<TextShape>) => {
  const surface = new BoardSurface();
  textKind.paint(
    { ...shape, ...changes },
    { surface, theme: "light", scale: 1 },
  );
  return surface;
};

test("is written line by line from its top left corner", () => {
  const { marks, font } = paint({});
  expect(marks).toEqual([
    { text: "hello", x: 0, y: 19.5 },
    { text: "world", x: 0, y: 44.5 },
  ]);
  expect(font).toMatch(/^20px /);
});

test("is written smaller where our font is wider than the writer's", () => {
  expect(paint({ size: { width: 25, height: 50 } }).font).toMatch(/^10px /);
  expect(paint({ size: { width: 0, height: 0 } }).marks).toEqual([]);
});

test("is hit within its box", () => {
  expect(textKind.hit(shape, boardPoint(69, 59), 0)).toBe(true);
  expect(textKind.hit(shape, boardPoint(72, 59), 1)).toBe(false);
});
