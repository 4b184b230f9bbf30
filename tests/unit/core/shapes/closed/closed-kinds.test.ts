import { describe, expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import type { ClosedShape } from "@/core/shapes/closed/closed-shape";
import { kindOf } from "@/core/shapes/shape-kinds";
import { BoardSurface } from "../../../../support/board-surface";
import { shapeOf } from "../../../../support/shape-fixtures";

const closed = (
  kind: ClosedShape["kind"],
  changes: Partial<ClosedShape> = {},
): ClosedShape =>
  shapeOf(kind, { size: { width: 80, height: 40 }, ...changes, kind });

const painted = (shape: ClosedShape): BoardSurface => {
  const surface = new BoardSurface();
  kindOf(shape).paint(shape, { surface, theme: "light", scale: 1 });
  return surface;
};

const KINDS = ["rectangle", "ellipse", "diamond"] as const;

describe.each(KINDS)("a %s", (kind) => {
  const hits = (shape: ClosedShape, x: number, y: number) =>
    kindOf(shape).hit(shape, boardPoint(x, y), 3);

  test("is hit anywhere inside when it is filled or carries a label", () => {
    for (const changes of [{ fill: "#a5d8ff" }, { text: "label" }]) {
      expect(hits(closed(kind, changes), 40, 20)).toBe(true);
      expect(hits(closed(kind, changes), 55, 22)).toBe(true);
    }
  });

  test("is hit only on its outline when one can see through it", () => {
    const shape = closed(kind);
    expect(hits(shape, 40, 20)).toBe(false);
    for (const [x, y] of [
      [40, 1],
      [40, 39],
      [-1, 20],
      [81, 20],
    ] as const) {
      expect(hits(shape, x, y)).toBe(true);
    }
  });

  test("is not hit outside", () => {
    const shape = closed(kind, { fill: "#a5d8ff" });
    expect(hits(shape, 40, 46)).toBe(false);
    expect(hits(shape, 90, 20)).toBe(false);
  });

  test("of no size can be hit and painted", () => {
    const shape = closed(kind, { size: { width: 0, height: 0 }, text: "x" });
    expect(hits(shape, 1, 1)).toBe(true);
    expect(hits(shape, 20, 20)).toBe(false);
    expect(() => painted(shape)).not.toThrow();
  });

  test("paints its fill, its outline and then its label, in the theme's colours", () => {
    const size = { width: 160, height: 80 };
    const look = { fill: "#a5d8ff", text: "Go", size };
    const { marks } = painted(closed(kind, look));
    expect(marks).toMatchObject([
      { fill: "#a5d8ff" },
      { stroke: "#1e1e1e", width: 2 },
      { text: "Go" },
    ]);
  });

  test("is filled with lines instead, within its box, below its outline", () => {
    for (const fillStyle of ["hatch", "cross"] as const) {
      const shape = closed(kind, { fill: "#a5d8ff", fillStyle });
      const { marks, painted: box } = painted(shape);
      expect(marks).toMatchObject([{ stroke: "#a5d8ff" }, { width: 2 }]);
      expect(box).toEqual({ minX: -1, minY: -1, maxX: 81, maxY: 41 });
    }
  });

  test("has a dashed outline, and none when it is 0 wide", () => {
    const dashed = painted(closed(kind, { dash: "dashed" })).marks;
    expect(dashed).not.toMatchObject([{ dash: [] }]);
    expect(painted(closed(kind, { strokeWidth: 0 })).marks).toEqual([]);
  });

  test("lets its label shrink until it fits, but not below what one can read", () => {
    const sizeOf = (text: string) =>
      kindOf({ kind }).textPlace!(
        closed(kind, { text, fontSize: 28, size: { width: 320, height: 160 } }),
      ).fontSize;
    expect(sizeOf("Go")).toBe(28);
    expect(
      sizeOf("a label of several words that needs more room ".repeat(3)),
    ).toBeLessThan(28);
    expect(sizeOf("far too long ".repeat(99))).toBe(8);
  });

  test("paints of its label only the lines that there is room for", () => {
    const size = { width: 160, height: 80 };
    const long = closed(kind, { text: "far too long ".repeat(50), size });
    const { texts, painted: box } = painted(long);
    expect(texts.length).toBeGreaterThan(0);
    expect(box).toEqual({ minX: -1, minY: -1, maxX: 161, maxY: 81 });
  });
});

test.each([
  ["an ellipse", "ellipse"],
  ["a diamond", "diamond"],
] as const)("the corner of its box is outside %s", (_, kind) => {
  const shape = closed(kind, { fill: "#a5d8ff" });
  expect(kindOf(shape).hit(shape, boardPoint(1, 1), 3)).toBe(false);
});

test("only a rectangle has corners to round", () => {
  const rounded = KINDS.filter((kind) =>
    kindOf({ kind }).styles.includes("radius"),
  );
  expect(rounded).toEqual(["rectangle"]);
});
