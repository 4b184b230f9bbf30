import { describe, expect, test } from "vitest";

import { seededRandom } from "@/core/base/random";
import { containsPoint, expand, type Box } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import { moved } from "@/core/geometry/box";
import { RecordReader } from "@/core/shapes/record-reader";
import type { Shape } from "@/core/shapes/shape";
import { findKind, kindOf, shapeKinds } from "@/core/shapes/shape-kinds";
import { boardSeeds } from "../../../support/board-seeds";
import { randomShape } from "../../../support/board-shapes";
import { BoardSurface } from "../../../support/board-surface";

const KINDS = Object.values(shapeKinds);

test.each(["hologram", "", "constructor", "__proto__", "toString"])(
  "there is no kind called %j",
  (name) => {
    expect(findKind(name)).toBeUndefined();
  },
);

describe.each(KINDS)("a shape of the kind $name", ({ name }) => {
  const shapes = boardSeeds().map((seed) =>
    randomShape(name, seededRandom(seed)),
  );

  test("is found under its name", () => {
    expect(findKind(name)).toBe(shapeKinds[name]);
    expect(shapeKinds[name].name).toBe(name);
  });

  test("paints within its bounds, in both themes", () => {
    for (const shape of shapes) {
      for (const theme of ["light", "dark"] as const) {
        const surface = new BoardSurface();
        kindOf(shape).paint(shape, { surface, theme, scale: 1 });
        const { painted } = surface;
        if (!painted) continue;
        const bounds = expand(kindOf(shape).bounds(shape), 0.01);
        expect(isWithin(moved(painted, shape.at), bounds), info(shape)).toBe(
          true,
        );
      }
    }
  });

  test("is not hit far outside its bounds", () => {
    for (const shape of shapes) {
      const { minX, minY, maxX, maxY } = kindOf(shape).bounds(shape);
      for (const x of [minX - 9, maxX + 9]) {
        for (const y of [minY - 9, maxY + 9]) {
          expect(kindOf(shape).hit(shape, boardPoint(x, y), 4)).toBe(false);
        }
      }
    }
  });

  test("reads back what it writes", () => {
    for (const shape of shapes) {
      const kind = kindOf(shape);
      const once = reread(shape);
      const { at, strokeWidth } = shape;
      expect(kind.write(once)).toEqual(kind.write(shape));
      expect(reread({ ...shape, ...once, at, strokeWidth })).toEqual(once);
    }
  });

  test("has a text just when its shapes have one", () => {
    const [shape] = shapes;
    expect("text" in shape!).toBe(shapeKinds[name].hasText);
  });
});

function reread(shape: Shape) {
  const kind = kindOf(shape);
  const values = new Map(Object.entries(kind.write(shape)));
  const text = "text" in shape ? shape.text : "";
  return kind.read(new RecordReader(values, () => text))!;
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    containsPoint(outer, boardPoint(inner.minX, inner.minY)) &&
    containsPoint(outer, boardPoint(inner.maxX, inner.maxY))
  );
}

const info = (shape: Shape): string => JSON.stringify(shape).slice(0, 300);
