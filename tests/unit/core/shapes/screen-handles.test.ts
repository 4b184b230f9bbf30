import { describe, expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import {
  lineHandlesOn,
  resizeHandlesOn,
  turnHandleOn,
} from "@/core/shapes/screen-handles";
import { selectionFrameOf } from "@/core/shapes/selection-frame";
import type { Shape } from "@/core/shapes/shape";
import { shapeOf } from "../../../support/shape-fixtures";

const MOUSE = { zoom: 1, coarse: false };
const FINGER = { zoom: 1, coarse: true };

const boxOfSize = (width: number, height: number) =>
  shapeOf("rectangle", { at: boardPoint(100, 100), size: { width, height } });
const frameOf = (shape: Shape) => selectionFrameOf([shape])!;
const handlesOn = (width: number, height: number, view = MOUSE) =>
  [...resizeHandlesOn(frameOf(boxOfSize(width, height)), view)]
    .sort()
    .join(" ");

describe("the handles on a frame", () => {
  test.each([
    [100, 100, "e n ne nw s se sw w"],
    [23, 100, "e ne nw se sw w"],
    [100, 23, "n ne nw s se sw"],
    [23, 23, "se"],
    [0, 0, "se"],
  ])("of %i x %i pixels are %s", (width, height, handles) => {
    expect(handlesOn(width, height)).toBe(handles);
  });

  test("are as many as there is room for on the screen, at any zoom", () => {
    expect(handlesOn(23, 23, { ...MOUSE, zoom: 2 })).toBe(handlesOn(46, 46));
    expect(handlesOn(100, 100, { ...MOUSE, zoom: 0.2 })).toBe("se");
  });

  test("need more room for a finger", () => {
    expect(handlesOn(40, 40)).toBe("e n ne nw s se sw w");
    expect(handlesOn(40, 40, FINGER)).toBe("se");
  });

  test("of a line of text change its width or all of it", () => {
    const text = shapeOf("text", { text: "a line of text", fontSize: 16 });
    expect([...resizeHandlesOn(frameOf(text), MOUSE)].sort()).toEqual([
      "e",
      "se",
      "w",
    ]);
  });
});

describe("the handle that turns", () => {
  const frame = frameOf(boxOfSize(80, 40));

  test("stands 24 pixels above the middle of the top, at any zoom", () => {
    expect(turnHandleOn(frame, MOUSE)).toEqual({ x: 140, y: 76 });
    expect(turnHandleOn(frame, { ...MOUSE, zoom: 4 })).toEqual({
      x: 140,
      y: 94,
    });
  });

  test("stands farther out for a finger", () => {
    expect(turnHandleOn(frame, FINGER)!.y).toBeLessThan(70);
  });

  test("turns with the frame", () => {
    const place = turnHandleOn({ ...frame, angle: Math.PI }, MOUSE)!;
    expect(place.x).toBeCloseTo(140);
    expect(place.y).toBeCloseTo(164);
  });

  test("is neither on a line, which is turned by its ends, nor on what is locked", () => {
    expect(turnHandleOn(frameOf(shapeOf("line")), MOUSE)).toBeUndefined();
    const locked = frameOf({ ...boxOfSize(80, 40), locked: true });
    expect(turnHandleOn(locked, MOUSE)).toBeUndefined();
  });
});

test("the ends of a line can be taken hold of unless it is locked", () => {
  const line = shapeOf("line");
  expect(lineHandlesOn(frameOf(line))).toHaveLength(2);
  expect(lineHandlesOn(frameOf({ ...line, locked: true }))).toEqual([]);
});
