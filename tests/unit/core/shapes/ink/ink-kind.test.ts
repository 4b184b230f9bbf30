import { describe, expect, test } from "vitest";

import { seededRandom } from "@/core/base/random";
import { expand, widthOf } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import { packInk, unpackInk } from "@/core/shapes/ink/ink-cache";
import { inkKind } from "@/core/shapes/ink/ink-kind";
import { inkDiameter, inkOutline } from "@/core/shapes/ink/ink-outline";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { InkShape } from "@/core/shapes/ink/ink-shape";
import { handwriting } from "../../../../support/board-shapes";
import { BoardSurface } from "../../../../support/board-surface";
import { shapeOf } from "../../../../support/shape-fixtures";

const stroke = (
  points: readonly InkPoint[],
  changes: Partial<InkShape> = {},
): InkShape =>
  shapeOf("ink", { stroke: "#e03131", hasPressure: false, points, ...changes });

const line = (length: number, pressure = 0.5): InkPoint[] =>
  Array.from({ length: length / 5 + 1 }, (_, i) => ({
    x: i * 5,
    y: 0,
    pressure,
  }));

const painted = (shape: InkShape) => {
  const surface = new BoardSurface();
  inkKind.paint(shape, { surface, theme: "light", scale: 1 });
  return surface;
};

describe("painting ink", () => {
  test("draws a line that can be seen, however far away it is", () => {
    const surface = new BoardSurface();
    const shape = stroke(line(100));
    inkKind.paint(shape, { surface, theme: "light", scale: 0.05 });
    expect(surface.marks).toMatchObject([{ stroke: "#e03131" }]);
    expect(surface.lineWidth * 0.05).toBeGreaterThanOrEqual(1);
  });

  test("fills one outline with the stroke's colour", () => {
    const { marks } = painted(stroke(line(100)));
    expect(marks).toEqual([{ fill: "#e03131" }]);
  });

  test("paints a dot where the pen only touched", () => {
    const point = { x: 3, y: 4, pressure: 0.5 };
    for (const points of [[point], [point, point, point]]) {
      const radius = inkDiameter(2) / 2;
      expect(painted(stroke(points)).painted).toEqual({
        minX: 3 - radius,
        minY: 4 - radius,
        maxX: 3 + radius,
        maxY: 4 + radius,
      });
    }
  });

  test("paints even the shortest stroke", () => {
    for (const length of [1, 2, 3, 5, 8]) {
      const points = [
        { x: 0, y: 0, pressure: 0.5 },
        { x: length, y: 0, pressure: 0.5 },
      ];
      const box = painted(stroke(points)).painted!;
      expect(widthOf(box)).toBeGreaterThan(length / 2);
    }
  });

  test("reaches both ends of the stroke", () => {
    const box = painted(stroke(line(100))).painted!;
    expect(box.minX).toBeLessThanOrEqual(0.5);
    expect(box.maxX).toBeGreaterThanOrEqual(99.5);
  });

  test("is wider where the pen was pressed harder", () => {
    const height = (pressure: number) => {
      const shape = stroke(line(200, pressure), { hasPressure: true });
      const { minY, maxY } = painted(shape).painted!;
      return maxY - minY;
    };
    expect(height(0.9)).toBeGreaterThan(height(0.5) * 1.2);
    expect(height(0.1)).toBeLessThan(height(0.5) * 0.8);
  });

  test("computes an outline once for the same points and width", () => {
    const shape = stroke(handwriting(seededRandom(1), 50));
    const moved = { ...shape, at: boardPoint(0, 0), stroke: "#1e1e1e" };
    expect(inkOutline(moved)).toBe(inkOutline(shape));
    const wider = inkOutline({ ...shape, strokeWidth: 4 });
    expect(wider).not.toEqual(inkOutline(shape));
  });
});

describe("hitting ink", () => {
  const shape = stroke(line(100));

  test.each([
    ["on the line", 50, 0, true],
    ["within the tolerance of it", 50, 5, true],
    ["beyond the tolerance", 50, 7, false],
    ["past its end", 110, 0, false],
    ["at its end", 103, 0, true],
  ])("%s", (_, x, y, isHit) => {
    expect(inkKind.hit(shape, boardPoint(x, y), 4)).toBe(isHit);
  });

  test("does not count the inside of a loop", () => {
    const loop = Array.from({ length: 41 }, (_, i) => ({
      x: 50 * Math.cos(i * 0.16),
      y: 50 * Math.sin(i * 0.16),
      pressure: 0.5,
    }));
    expect(inkKind.hit(stroke(loop), boardPoint(0, 0), 5)).toBe(false);
  });

  test("finds a dot", () => {
    const dot = stroke([{ x: 0, y: 0, pressure: 0.5 }]);
    expect(inkKind.hit(dot, boardPoint(2, 2), 2)).toBe(true);
    expect(inkKind.hit(dot, boardPoint(10, 0), 2)).toBe(false);
  });
});

test("the reach lies close around what is painted", () => {
  const shape = stroke(handwriting(seededRandom(2), 60));
  const limits = expand(inkKind.box(shape), inkKind.reach(shape));
  const slack = widthOf(limits) - widthOf(painted(shape).painted!);
  expect(slack).toBeGreaterThanOrEqual(0);
  expect(slack).toBeLessThan(6);
});

test("a stretch takes the points along and leaves the pressure and the width", () => {
  const points = [
    { x: 10, y: 20, pressure: 0.3 },
    { x: 30, y: -5, pressure: 0.6 },
  ];
  expect(inkKind.stretch(stroke(points), { x: -2, y: 0.5 })).toEqual({
    points: [
      { x: -20, y: 10, pressure: 0.3 },
      { x: -60, y: -2.5, pressure: 0.6 },
    ],
  });
});

test("the same points are packed once, and the same bytes unpacked once", () => {
  const ink = { points: line(20), hasPressure: false };
  const bytes = packInk(ink);
  expect(packInk({ ...ink })).toBe(bytes);
  expect(packInk({ ...ink, hasPressure: true })).not.toEqual(bytes);
  const unpacked = unpackInk(bytes)!;
  expect(unpackInk(bytes)).toBe(unpacked);
  expect(packInk(unpacked)).toBe(bytes);
  expect(unpackInk(new Uint8Array([9]))).toBeUndefined();
});
