import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";

import { randomInteger, seededRandom } from "@/core/base/random";
import {
  decodeInk,
  encodeInk,
  MAX_INK_BYTES,
  MAX_INK_POINTS,
  readInkPoints,
  writeInkPoints,
} from "@/core/shapes/ink/ink-codec";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import { boardSeeds } from "../../../../support/board-seeds";
import { handwriting } from "../../../../support/board-shapes";

const dot: InkPoint = { x: 0, y: 0, pressure: 0.5 };
const dots = (count: number) => Array.from({ length: count }, () => dot);

describe("a packed stroke", () => {
  test.each(boardSeeds())(
    "comes back to a tenth of a unit, and packs to the same bytes again, seed %i",
    (seed) => {
      const random = seededRandom(seed);
      const points = handwriting(random, 1 + randomInteger(random, 200));
      const hasPressure = random.next() < 0.5;
      const bytes = encodeInk({ points, hasPressure });
      const ink = decodeInk(bytes)!;

      expect(ink.hasPressure).toBe(hasPressure);
      expect(ink.points).toHaveLength(points.length);
      ink.points.forEach(({ x, y, pressure }, i) => {
        expect(Math.abs(x - points[i]!.x)).toBeLessThan(0.0501);
        expect(Math.abs(y - points[i]!.y)).toBeLessThan(0.0501);
        const measured = hasPressure ? points[i]!.pressure : 0.5;
        expect(Math.abs(pressure - measured)).toBeLessThan(0.002);
      });
      expect(encodeInk(ink)).toEqual(bytes);
    },
  );

  test("takes about three bytes a point with pressure and two without", () => {
    const points = handwriting(seededRandom(1), 1000);
    const sizes = [true, false].map(
      (hasPressure) => encodeInk({ points, hasPressure }).length / 1000,
    );
    expect(sizes[0]).toBeLessThan(3.7);
    expect(sizes[1]).toBeLessThan(2.7);
  });

  test("keeps pressures and places within their limits", () => {
    const points = [
      { x: 1e300, y: -1e300, pressure: 7 },
      { x: 0, y: -0, pressure: -1 },
    ];
    const ink = decodeInk(encodeInk({ points, hasPressure: true }));
    expect(ink?.points).toEqual([
      { x: 1e6, y: -1e6, pressure: 1 },
      { x: 0, y: 0, pressure: 0 },
    ]);
  });

  test("holds at most 10,000 points, and never more than MAX_INK_BYTES", () => {
    const far = Array.from({ length: MAX_INK_POINTS }, (_, i) => ({
      x: i % 2 ? 1e6 : -1e6,
      y: i % 2 ? -1e6 : 1e6,
      pressure: 1,
    }));
    const bytes = encodeInk({ points: far, hasPressure: true });
    expect(bytes.length).toBeLessThanOrEqual(MAX_INK_BYTES);
    expect(decodeInk(bytes)?.points).toHaveLength(MAX_INK_POINTS);
    const more = { points: dots(MAX_INK_POINTS + 1), hasPressure: false };
    expect(decodeInk(encodeInk(more))).toBeUndefined();
  });
});

describe("bytes that are no stroke", () => {
  const good = encodeInk({ points: dots(3), hasPressure: true });
  const [, ...rest] = good;

  test.each([
    ["nothing", []],
    ["another version", [2, ...rest]],
    ["no points", [1, 0]],
    ["fewer points than announced", [...good.slice(0, -1)]],
    ["bytes left over", [...good, 0]],
    ["a count beyond the limit", [1, 255, 255, 255, 255, 15]],
    ["a number that never ends", [1, 1, ...Array<number>(20).fill(255)]],
    ["a point too far away", [1, 1, 0xbf, 0xff, 0xff, 0xff, 0x0f, 0]],
  ])("give nothing: %s", (_, bytes) => {
    expect(decodeInk(new Uint8Array(bytes))).toBeUndefined();
  });

  test.each(boardSeeds())("never make the decoder throw, seed %i", (seed) => {
    const random = seededRandom(seed);
    for (let i = 0; i < 50; i++) {
      const bytes = Uint8Array.from({ length: randomInteger(random, 40) }, () =>
        randomInteger(random, 256),
      );
      if (random.next() < 0.7) bytes[0] = random.next() < 0.5 ? 1 : 0x81;
      const ink = decodeInk(bytes);
      if (ink) expect(decodeInk(encodeInk(ink))).toEqual(ink);
    }
  });
});

describe("points written in batches", () => {
  test("can each be read without the batches before", () => {
    const points = handwriting(seededRandom(4), 30);
    const whole = decodeInk(encodeInk({ points, hasPressure: true }))!.points;
    const encoder = encoding.createEncoder();
    writeInkPoints(encoder, points.slice(20), true);
    const decoder = decoding.createDecoder(encoding.toUint8Array(encoder));
    expect(readInkPoints(decoder, 10, true)).toEqual(whole.slice(20));
    expect(decoding.hasContent(decoder)).toBe(false);
  });

  test("throw when there are fewer or too many of them", () => {
    const empty = () => decoding.createDecoder(new Uint8Array());
    expect(() => readInkPoints(empty(), 1, false)).toThrow();
    expect(() => readInkPoints(empty(), MAX_INK_POINTS + 1, false)).toThrow(
      RangeError,
    );
  });
});
