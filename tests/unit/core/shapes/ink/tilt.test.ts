import { describe, expect, it } from "vitest";
import { asShapeId } from "@/core/base/ids";
import { readShape, storedProperties } from "@/core/board/shape-record";
import { boardPoint } from "@/core/geometry/point";
import { encodeInk } from "@/core/shapes/ink/ink-codec";
import type { InkShape } from "@/core/shapes/ink/ink-shape";
import { preview } from "@/core/shapes/transform-shape";

const POINTS = [0, 10, 20].map((x) => ({ x, y: 0, pressure: 0.5 }));
const TILT = new Uint8Array(Int8Array.of(30, -45, 30, -44, 31, -44).buffer);

const read = (tilt: unknown) =>
  readShape(
    asShapeId("stroke"),
    new Map<string, unknown>([
      ["kind", "ink"],
      ["points", encodeInk({ points: POINTS, hasPressure: true })],
      ["tilt", tilt],
    ]),
    () => "",
  ) as InkShape;

describe("how the pen was held", () => {
  it("is read and stored with the stroke, and stays with it when it is moved and stretched", () => {
    const stroke = read(TILT);
    const stretch = {
      kind: "stretch",
      about: boardPoint(0, 0),
      angle: 0,
      x: 2,
      y: 2,
    } as const;
    for (const shape of [
      stroke,
      preview(stroke, { kind: "move", by: boardPoint(5, 5) }),
      preview(stroke, stretch),
    ])
      expect(storedProperties(shape)).toMatchObject({ tilt: TILT });
  });

  it.each([undefined, "steep", TILT.subarray(2), new Uint8Array(60_000)])(
    "is left out where it does not belong to the points (case %#), and the stroke is there all the same",
    (tilt) => {
      const stroke = read(tilt);
      expect(stroke.points).toHaveLength(3);
      expect(stroke).not.toHaveProperty("tilt");
    },
  );
});
