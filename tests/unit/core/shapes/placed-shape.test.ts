import { describe, expect, test } from "vitest";

import { seededRandom } from "@/core/base/random";
import { containsPoint, expand } from "@/core/geometry/box";
import { boardPoint } from "@/core/geometry/point";
import {
  centreOfShape,
  cornersOfShape,
  formBox,
  formBoxOfAll,
  hits,
  paintBox,
  toBoard,
  toOwn,
} from "@/core/shapes/placed-shape";
import type { ShapeKindName } from "@/core/shapes/shape";
import { shapeKinds } from "@/core/shapes/shape-kinds";
import { boardSeeds } from "../../../support/board-seeds";
import { randomShape } from "../../../support/board-shapes";
import { shapeOf } from "../../../support/shape-fixtures";

const QUARTER = Math.PI / 2;

const plank = shapeOf("rectangle", {
  at: boardPoint(100, 200),
  size: { width: 80, height: 20 },
  fill: "#a5d8ff",
});
const turnedPlank = { ...plank, angle: QUARTER };

describe("a turned shape", () => {
  test("turns about the middle of its box", () => {
    expect(centreOfShape(turnedPlank)).toEqual(centreOfShape(plank));
    const box = formBox(turnedPlank);
    expect(box.minX).toBeCloseTo(130);
    expect(box.minY).toBeCloseTo(170);
    expect(box.maxX).toBeCloseTo(150);
    expect(box.maxY).toBeCloseTo(250);
  });

  test("has its own top left corner where that is seen", () => {
    const [first, second] = cornersOfShape(turnedPlank);
    expect([first!.x, first!.y]).toEqual([150, 170].map(closeTo));
    expect([second!.x, second!.y]).toEqual([150, 250].map(closeTo));
  });

  test("is hit where it is seen, and not where it would lie unturned", () => {
    expect(hits(turnedPlank, boardPoint(140, 175), 2)).toBe(true);
    expect(hits(turnedPlank, boardPoint(105, 210), 2)).toBe(false);
    expect(hits(plank, boardPoint(105, 210), 2)).toBe(true);
  });

  test("paints as far beyond its form as unturned", () => {
    const { minX, maxY } = paintBox(turnedPlank);
    expect(minX).toBeCloseTo(129);
    expect(maxY).toBeCloseTo(251);
  });
});

describe.each(Object.keys(shapeKinds) as ShapeKindName[])(
  "a turned shape of the kind %s",
  (kind) => {
    const shapes = boardSeeds().map((seed) => {
      const random = seededRandom(seed);
      const angle = (random.next() - 0.5) * 2 * Math.PI;
      return { shape: { ...randomShape(kind, random), angle }, random };
    });

    test("knows its own coordinates and the board's", () => {
      for (const { shape, random } of shapes) {
        const point = boardPoint(500 * random.next(), -500 * random.next());
        const { x, y } = toBoard(shape, toOwn(shape, point));
        expect(x).toBeCloseTo(point.x, 6);
        expect(y).toBeCloseTo(point.y, 6);
      }
    });

    test("lies within the box that it paints in, with all its corners", () => {
      for (const { shape } of shapes) {
        const limits = expand(paintBox(shape), 1e-6);
        for (const corner of cornersOfShape(shape))
          expect(containsPoint(limits, corner)).toBe(true);
      }
    });
  },
);

test("the box of several shapes is round them all, and there is none round none", () => {
  const far = { ...plank, at: boardPoint(300, 0) };
  expect(formBoxOfAll([plank, far])).toEqual({
    minX: 100,
    minY: 0,
    maxX: 380,
    maxY: 220,
  });
  expect(formBoxOfAll([])).toBeUndefined();
});

const closeTo = (value: number): unknown => expect.closeTo(value, 6);
