import { describe, expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import { distanceToPolyline, distanceToSegment } from "@/core/geometry/segment";

const at = boardPoint;

describe("the distance to a segment from (0, 0) to (10, 0)", () => {
  test.each([
    ["beside it", 5, 3, 3],
    ["on it", 7, 0, 0],
    ["before its start", -3, 4, 5],
    ["past its end", 13, 4, 5],
  ])("from a point %s", (_, x, y, expected) => {
    expect(distanceToSegment(at(x, y), at(0, 0), at(10, 0))).toBe(expected);
  });

  test("of no length is that to its end", () => {
    expect(distanceToSegment(at(3, 4), at(0, 0), at(0, 0))).toBe(5);
  });
});

describe("the distance to a line with corners", () => {
  const corners = [at(0, 0), at(10, 0), at(10, 10)];

  test.each([
    ["the first side", 5, -2, 2],
    ["the second side", 12, 8, 2],
    ["a corner", 13, -4, 5],
  ])("is that to the nearest place, on %s", (_, x, y, expected) => {
    expect(distanceToPolyline(at(x, y), corners)).toBe(expected);
  });

  test("does not close the line", () => {
    expect(distanceToPolyline(at(0, 10), corners)).toBe(10);
  });

  test("of one point is that to the point, and of none infinite", () => {
    expect(distanceToPolyline(at(3, 4), [at(0, 0)])).toBe(5);
    expect(distanceToPolyline(at(3, 4), [])).toBe(Infinity);
  });
});
