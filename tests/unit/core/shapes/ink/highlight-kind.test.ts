import { expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import { highlightKind } from "@/core/shapes/ink/highlight-kind";
import type { HighlightShape } from "@/core/shapes/ink/ink-shape";
import { BoardSurface } from "../../../../support/board-surface";
import { shapeOf } from "../../../../support/shape-fixtures";

const at = (x: number, y = 0) => ({ x, y, pressure: 0.5 });
const line = shapeOf("highlight", {
  points: [at(0), at(50), at(100)],
  hasPressure: false,
  stroke: "#f08c00",
});

const painted = (shape: HighlightShape, alpha = 1): BoardSurface => {
  const surface = new BoardSurface();
  surface.globalAlpha = alpha;
  highlightKind.paint(shape, { surface, theme: "light", scale: 1 });
  return surface;
};

test("is one broad stroke that what lies below shines through", () => {
  const { marks, globalAlpha } = painted(line);
  expect(marks).toEqual([{ stroke: "#f08c00", width: 18, dash: [] }]);
  expect(globalAlpha).toBeLessThan(0.6);
});

test("is as much fainter as whoever paints it wants", () => {
  const share = painted(line, 0.5).globalAlpha / painted(line).globalAlpha;
  expect(share).toBeCloseTo(0.5);
});

test("leaves a dot where the pen never moved", () => {
  const dot = { ...line, points: [at(5, 5), at(5, 5)] };
  const { marks, painted: box } = painted(dot);
  expect(marks).toEqual([{ fill: "#f08c00" }]);
  expect(box).toEqual({ minX: -4, minY: -4, maxX: 14, maxY: 14 });
});

test("is hit within its breadth", () => {
  expect(highlightKind.hit(line, boardPoint(50, 8), 0)).toBe(true);
  expect(highlightKind.hit(line, boardPoint(50, 12), 1)).toBe(false);
});
