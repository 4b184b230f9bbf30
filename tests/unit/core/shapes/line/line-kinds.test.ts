import { expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import { arrowKind } from "@/core/shapes/line/arrow-kind";
import { lineKind } from "@/core/shapes/line/line-kind";
import { BoardSurface } from "../../../../support/board-surface";
import { shapeOf } from "../../../../support/shape-fixtures";

const arrow = shapeOf("arrow", { stroke: "#1971c2" });
const line = shapeOf("line", { tip: boardPoint(60, 80) });

test.each([
  ["on the line", 50, 2, true],
  ["at the tip", 102, 0, true],
  ["beside the line", 50, 6, false],
  ["beyond the tip", 110, 0, false],
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

test("the head of a dashed arrow is whole", () => {
  const surface = new BoardSurface();
  const shape = { ...arrow, dash: "dashed" } as const;
  arrowKind.paint(shape, { surface, theme: "light", scale: 1 });
  const [shaft, head] = surface.marks;
  expect(shaft).not.toMatchObject({ dash: [] });
  expect(head).toMatchObject({ dash: [] });
});

test("an arrow of no length is a dot", () => {
  const shape = { ...arrow, tip: boardPoint(0, 0) };
  expect(arrowKind.hit(shape, boardPoint(1, 1), 2)).toBe(true);
  expect(arrowKind.reach(shape)).toBe(1);
});

test("a line has a box in whichever direction it runs, and its ends as handles", () => {
  expect(lineKind.box({ ...line, tip: boardPoint(-60, 80) })).toEqual({
    minX: -60,
    minY: 0,
    maxX: 0,
    maxY: 80,
  });
  expect(lineKind.handles!(line)).toEqual([
    { x: 0, y: 0 },
    { x: 60, y: 80 },
  ]);
});

test("the end of a line stays where it is when its start is taken elsewhere", () => {
  const at = boardPoint(10, 20);
  const form = lineKind.moveHandle!({ ...line, at }, 0, boardPoint(5, -5));
  expect(form).toEqual({ at: { x: 15, y: 15 }, tip: { x: 55, y: 85 } });
});
