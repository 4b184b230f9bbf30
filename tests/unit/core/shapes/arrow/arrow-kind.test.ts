import { expect, test } from "vitest";

import { asShapeId } from "@/core/base/ids";
import { boardPoint } from "@/core/geometry/point";
import { arrowKind } from "@/core/shapes/arrow/arrow-kind";
import type { ArrowShape } from "@/core/shapes/arrow/arrow-shape";
import { BoardSurface } from "../../../../support/board-surface";

const arrow: ArrowShape = {
  kind: "arrow",
  id: asShapeId("arrow"),
  at: boardPoint(10, 10),
  tip: boardPoint(100, 0),
  index: "a0",
  author: undefined,
  opacity: 1,
  stroke: "#1971c2",
  strokeWidth: 2,
};

test.each([
  ["on the line", 60, 12, true],
  ["at the tip", 112, 10, true],
  ["beside the line", 60, 16, false],
  ["beyond the tip", 120, 10, false],
])("a pointer %s", (_, x, y, isHit) => {
  expect(arrowKind.hit(arrow, boardPoint(x, y), 3)).toBe(isHit);
});

test("the head spreads to both sides of the tip, less on a short arrow", () => {
  const height = (tip: number) => {
    const surface = new BoardSurface();
    const shape = { ...arrow, tip: boardPoint(tip, 0) };
    arrowKind.paint(shape, { surface, theme: "light", scale: 1 });
    expect(surface.painted!.minY).toBeCloseTo(-surface.painted!.maxY);
    return surface.painted!.maxY;
  };
  expect(height(100)).toBeGreaterThan(6);
  expect(height(10)).toBeLessThan(4);
});

test("an arrow of no length is a dot", () => {
  const shape = { ...arrow, tip: boardPoint(0, 0) };
  expect(arrowKind.hit(shape, boardPoint(11, 11), 2)).toBe(true);
  expect(arrowKind.bounds(shape)).toEqual({
    minX: 9,
    minY: 9,
    maxX: 11,
    maxY: 11,
  });
});
