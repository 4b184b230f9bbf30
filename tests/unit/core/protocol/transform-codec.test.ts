import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import { seededRandom, type Random } from "@/core/base/random";
import type { Transform } from "@/core/geometry/transform";
import { readTransform, writeTransform } from "@/core/protocol/transform-codec";
import { cornersOfShape } from "@/core/shapes/placed-shape";
import { preview } from "@/core/shapes/transform-shape";
import { randomTransform, shapeOf } from "../../../support/live-entries";

const carried = (transform: Transform): Transform =>
  readTransform(
    decoding.createDecoder(
      encoding.encode((encoder) => writeTransform(encoder, transform)),
    ),
  );

/** A shape on hundredths, as all that are on a board. */
function randomRectangle(random: Random) {
  const length = (max: number) => Math.round(random.next() * max * 100) / 100;
  return shapeOf("r", {
    kind: "rectangle",
    at: [length(10_000), length(10_000)],
    size: [1 + length(500), 1 + length(500)],
    angle: random.next() < 0.5 ? 0 : random.next() * 3,
  });
}

test("a shape that is moved is shown exactly where its commit brings it", () => {
  const random = seededRandom(1);
  for (let i = 0; i < 2000; i++) {
    const shape = randomRectangle(random);
    const x = (random.next() - 0.5) * 1000;
    const y = Math.round(random.next() * 100) / 10;
    const move = { kind: "move", by: { x, y } } as const;
    const shown = preview(shape, carried(move)).at;
    expect(shown).toEqual(preview(shape, move).at);
  }
});

test("whatever is done to a shape is shown as its commit shows it, to a hundredth or two", () => {
  const random = seededRandom(2);
  for (let i = 0; i < 2000; i++) {
    const shape = randomRectangle(random);
    const transform = randomTransform(random);
    const shown = cornersOfShape(preview(shape, carried(transform)));
    const committed = cornersOfShape(preview(shape, transform));
    shown.forEach((corner, k) => {
      expect(Math.abs(corner.x - committed[k]!.x)).toBeLessThan(0.05);
      expect(Math.abs(corner.y - committed[k]!.y)).toBeLessThan(0.05);
    });
  }
});
