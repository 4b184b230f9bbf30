import { describe, expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import {
  handlePlace,
  handlesOf,
  RESIZE_HANDLES,
  selectionFrameOf,
} from "@/core/shapes/selection-frame";
import type { Shape } from "@/core/shapes/shape";
import { shapeOf } from "../../../support/shape-fixtures";

const plank = shapeOf("rectangle", {
  at: boardPoint(100, 200),
  size: { width: 80, height: 20 },
});
const far = { ...plank, at: boardPoint(300, 0) };
const turnedPlank = { ...plank, angle: Math.PI / 2 };
const line = shapeOf("line", {
  at: boardPoint(10, 20),
  tip: boardPoint(30, 40),
});
const text = shapeOf("text", { text: "words" });

const frameOf = (...shapes: readonly Shape[]) => selectionFrameOf(shapes)!;

describe("the frame of a selection", () => {
  test("is not there round nothing", () => {
    expect(selectionFrameOf([])).toBeUndefined();
  });

  test("lies as one shape alone does, with its angle", () => {
    expect(frameOf(turnedPlank)).toEqual({
      box: { minX: 100, minY: 200, maxX: 180, maxY: 220 },
      angle: Math.PI / 2,
      resizing: "free",
      lineHandles: [],
      isLocked: false,
    });
  });

  test("lies along the board round several, whatever their angles", () => {
    const { box, angle } = frameOf(turnedPlank, far);
    expect(angle).toBe(0);
    expect(box.minX).toBeCloseTo(130);
    expect(box.minY).toBe(0);
    expect(box.maxX).toBe(380);
    expect(box.maxY).toBeCloseTo(250);
  });

  test("knows the ends of a line that is alone, where they are seen", () => {
    expect(frameOf(line).lineHandles).toEqual([
      { x: 10, y: 20 },
      { x: 40, y: 60 },
    ]);
    const [start] = frameOf({ ...line, angle: Math.PI }).lineHandles;
    expect(start!.x).toBeCloseTo(40);
    expect(start!.y).toBeCloseTo(60);
    expect(frameOf(line, plank).lineHandles).toEqual([]);
  });

  test("is locked when everything in it is", () => {
    const locked = { ...far, locked: true };
    expect(frameOf(locked).isLocked).toBe(true);
    expect(frameOf(locked, { ...plank, locked: true }).isLocked).toBe(true);
    expect(frameOf(locked, plank).isLocked).toBe(false);
  });
});

test.each<[string, readonly Shape[], string]>([
  ["one box", [plank], "n ne e se s sw w nw"],
  ["one turned box", [turnedPlank], "n ne e se s sw w nw"],
  ["boxes", [plank, far], "n ne e se s sw w nw"],
  ["a box and a line", [plank, line], "n ne e se s sw w nw"],
  ["a text", [text], "ne e se sw w nw"],
  ["a box and a text", [plank, text], "ne se sw nw"],
  ["boxes at an angle to each other", [turnedPlank, far], "ne se sw nw"],
  ["a line", [line], ""],
  ["a locked box", [{ ...plank, locked: true }], ""],
])("%s: the handles are right", (_, shapes, handles) => {
  expect([...handlesOf(frameOf(...shapes))].sort()).toEqual(
    handles.split(" ").filter(Boolean).sort(),
  );
});

test("handles stand on the corners and sides, and turn with the frame", () => {
  const placesOn = (shape: Shape) =>
    RESIZE_HANDLES.map((handle) => {
      const { x, y } = handlePlace(frameOf(shape), handle);
      return `${handle} ${Math.round(x)},${Math.round(y)}`;
    }).join("; ");
  expect(placesOn(plank)).toBe(
    "nw 100,200; n 140,200; ne 180,200; e 180,210; se 180,220; s 140,220; sw 100,220; w 100,210",
  );
  expect(placesOn(turnedPlank)).toBe(
    "nw 150,170; n 150,210; ne 150,250; e 140,250; se 130,250; s 130,210; sw 130,170; w 140,170",
  );
});
