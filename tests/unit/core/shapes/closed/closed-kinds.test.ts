import { describe, expect, test } from "vitest";

import { asShapeId } from "@/core/base/ids";
import { boardPoint } from "@/core/geometry/point";
import type { ClosedShape } from "@/core/shapes/closed/closed-shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import { BoardSurface } from "../../../../support/board-surface";

const closed = (
  kind: ClosedShape["kind"],
  changes: Partial<ClosedShape> = {},
): ClosedShape => ({
  id: asShapeId("closed"),
  at: boardPoint(100, 100),
  index: "a0",
  author: undefined,
  opacity: 1,
  stroke: "#1e1e1e",
  strokeWidth: 2,
  size: { width: 80, height: 40 },
  fill: undefined,
  text: "",
  ...changes,
  kind,
});

const KINDS = ["rectangle", "ellipse", "diamond"] as const;

describe.each(KINDS)("a %s", (kind) => {
  const hits = (shape: ClosedShape, x: number, y: number) =>
    kindOf(shape).hit(shape, boardPoint(x, y), 3);

  test("is hit anywhere inside when it is filled or carries a label", () => {
    for (const changes of [{ fill: "#a5d8ff" }, { text: "label" }]) {
      expect(hits(closed(kind, changes), 140, 120)).toBe(true);
      expect(hits(closed(kind, changes), 155, 122)).toBe(true);
    }
  });

  test("is hit only on its outline when one can see through it", () => {
    const shape = closed(kind);
    expect(hits(shape, 140, 120)).toBe(false);
    for (const [x, y] of [
      [140, 101],
      [140, 139],
      [99, 120],
      [181, 120],
    ] as const) {
      expect(hits(shape, x, y)).toBe(true);
    }
  });

  test("is not hit outside", () => {
    const shape = closed(kind, { fill: "#a5d8ff" });
    expect(hits(shape, 140, 146)).toBe(false);
    expect(hits(shape, 190, 120)).toBe(false);
  });

  test("of no size can be hit and painted", () => {
    const shape = closed(kind, { size: { width: 0, height: 0 }, text: "x" });
    expect(hits(shape, 101, 101)).toBe(true);
    expect(hits(shape, 120, 120)).toBe(false);
    const surface = new BoardSurface();
    kindOf(shape).paint(shape, { surface, theme: "light", scale: 1 });
    expect(surface.texts).toEqual([]);
  });

  test("paints its fill, its outline and then its label, in the theme's colours", () => {
    const shape = closed(kind, { fill: "#a5d8ff", text: "Go" });
    const surface = new BoardSurface();
    kindOf(shape).paint(shape, { surface, theme: "light", scale: 1 });
    expect(surface.marks).toMatchObject([
      { fill: "#a5d8ff" },
      { stroke: "#1e1e1e", width: 2 },
      { text: "Go", x: 40 },
    ]);
  });
});

test.each([
  ["an ellipse", "ellipse"],
  ["a diamond", "diamond"],
] as const)("the corner of its box is outside %s", (_, kind) => {
  const shape = closed(kind, { fill: "#a5d8ff" });
  expect(kindOf(shape).hit(shape, boardPoint(101, 101), 3)).toBe(false);
});
