import { describe, expect, test } from "vitest";

import {
  boxBetween,
  boxOf,
  centreOf,
  containsPoint,
  expand,
  heightOf,
  moved,
  overlaps,
  unionOf,
  widthOf,
} from "@/core/geometry/box";
import { boardPoint, distance } from "@/core/geometry/point";
import { boxAt } from "@/core/geometry/size";

const box = { minX: 0, minY: 0, maxX: 10, maxY: 20 };

test("a box is found around points, and none around no points", () => {
  const points = [boardPoint(3, 9), boardPoint(-1, 4), boardPoint(2, 12)];
  expect(boxOf(points)).toEqual({ minX: -1, minY: 4, maxX: 3, maxY: 12 });
  expect(boxOf([])).toBeUndefined();
});

test("a box lies between any two opposite corners", () => {
  expect(boxBetween(boardPoint(10, 0), boardPoint(0, 20))).toEqual(box);
});

test("a box of a size lies right and down of its corner", () => {
  const size = { width: 10, height: 20 };
  expect(boxAt(boardPoint(0, 0), size)).toEqual(box);
});

describe("boxes", () => {
  test("are united, grown and moved", () => {
    const other = { minX: 5, minY: -5, maxX: 30, maxY: 5 };
    expect(unionOf(box, other)).toEqual({
      minX: 0,
      minY: -5,
      maxX: 30,
      maxY: 20,
    });
    expect(expand(box, 2)).toEqual({ minX: -2, minY: -2, maxX: 12, maxY: 22 });
    expect(moved(box, boardPoint(1, -1))).toEqual({
      minX: 1,
      minY: -1,
      maxX: 11,
      maxY: 19,
    });
  });

  test("overlap where they share a point, be it on an edge", () => {
    expect(overlaps(box, { minX: 10, minY: 20, maxX: 11, maxY: 21 })).toBe(
      true,
    );
    expect(overlaps(box, { minX: 10.1, minY: 0, maxX: 11, maxY: 1 })).toBe(
      false,
    );
    expect(overlaps(box, { minX: 0, minY: -5, maxX: 5, maxY: -1 })).toBe(false);
  });

  test("contain the points on their edges", () => {
    expect(containsPoint(box, boardPoint(10, 20))).toBe(true);
    expect(containsPoint(box, boardPoint(10.1, 20))).toBe(false);
  });

  test("have a middle, a width and a height", () => {
    expect(centreOf(box)).toEqual({ x: 5, y: 10 });
    expect([widthOf(box), heightOf(box)]).toEqual([10, 20]);
  });
});

test("the distance of two points", () => {
  expect(distance(boardPoint(1, 1), boardPoint(4, 5))).toBe(5);
});
