import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import {
  encodeLive,
  encodeSlottedLive,
  readLive,
  readSlottedLive,
} from "@/core/protocol/live-codec";
import type { LiveEntry } from "@/core/protocol/live-message";
import { MessageType } from "@/core/protocol/message-type";
import { ProtocolError } from "@/core/protocol/protocol-error";

const begin: LiveEntry = {
  kind: "begin",
  gesture: 7,
  shape: asShapeId("shape-1"),
  at: { x: -12.5, y: 40000.1 },
  stroke: "#1971c2",
  strokeWidth: 2.5,
  hasPressure: true,
};
const stroke: LiveEntry = {
  kind: "stroke",
  gesture: 7,
  first: 130,
  hasPressure: true,
  points: [
    { x: 0, y: 0, pressure: 0.2 },
    { x: -3.4, y: 12.9, pressure: 1 },
  ],
};
const entries: LiveEntry[] = [
  begin,
  { kind: "cursor", at: { x: 812.3, y: -0.4 } },
  stroke,
  { kind: "end", gesture: 7 },
  { kind: "cancel", gesture: 8 },
];

const afterType = (message: Uint8Array) => {
  const decoder = decoding.createDecoder(message);
  expect(decoding.readVarUint(decoder)).toBe(MessageType.live);
  return decoder;
};

describe("live frames", () => {
  test("come out as they went in", () => {
    const [first, second, third, ...rest] = readLive(
      afterType(encodeLive(entries)),
    );
    expect([first, second, ...rest]).toEqual([
      begin,
      entries[1],
      entries[3],
      entries[4],
    ]);
    expect(third).toMatchObject({ kind: "stroke", gesture: 7, first: 130 });
    const points = third?.kind === "stroke" ? third.points : [];
    points.forEach((point, i) => {
      expect(point.x).toBeCloseTo(stroke.points[i]!.x, 6);
      expect(point.y).toBeCloseTo(stroke.points[i]!.y, 6);
      expect(point.pressure).toBeCloseTo(stroke.points[i]!.pressure, 2);
    });
  });

  test("carry each member's slot from the server", () => {
    const slotted = [
      { slot: 3, entry: entries[1]! },
      { slot: 250, entry: entries[3]! },
    ];
    expect(readSlottedLive(afterType(encodeSlottedLive(slotted)))).toEqual(
      slotted,
    );
  });

  test("cost at most ten bytes for a cursor on a board of ordinary size", () => {
    const cursor: LiveEntry = { kind: "cursor", at: { x: 12345.6, y: 9876.5 } };
    expect(
      encodeSlottedLive([{ slot: 100, entry: cursor }]).byteLength,
    ).toBeLessThanOrEqual(10);
  });
});

describe("a reader of live frames", () => {
  test("refuses an empty frame", () => {
    expect(() => readLive(afterType(encodeLive([])))).toThrow("BAD_LIVE");
  });

  test("refuses each frame that is cut off in its last entry", () => {
    for (const entry of entries) {
      const whole = encodeLive([entry]);
      for (let length = 2; length < whole.byteLength; length++)
        expect(() => readLive(afterType(whole.slice(0, length)))).toThrow(
          ProtocolError,
        );
    }
  });

  test("does not read a place out of bytes that are not there", () => {
    const entry: LiveEntry = { kind: "cursor", at: { x: 1, y: 1 } };
    const whole = encodeSlottedLive([{ slot: 1, entry }]);
    const decoder = afterType(whole.slice(0, whole.byteLength - 1));
    expect(() => readSlottedLive(decoder)).toThrow("BAD_LIVE");
  });

  test.each([
    ["a colour that is none", { ...begin, stroke: "red" }],
    ["no width", { ...begin, strokeWidth: 0 }],
    ["a huge width", { ...begin, strokeWidth: 1000 }],
    ["no shape", { ...begin, shape: asShapeId("") }],
    ["an endless id", { ...begin, shape: asShapeId("x".repeat(65)) }],
    ["a stroke without points", { ...stroke, points: [] }],
  ] as [string, LiveEntry][])("refuses %s", (_, entry) => {
    expect(() => readLive(afterType(encodeLive([entry])))).toThrow("BAD_LIVE");
  });

  test("answers random bytes with entries or a ProtocolError, nothing else", () => {
    const random = seededRandom(20);
    for (let i = 0; i < 5000; i++) {
      const noise = Uint8Array.from(
        { length: 1 + random.next() * 40 },
        () => random.next() * (i % 2 ? 8 : 256),
      );
      try {
        readLive(decoding.createDecoder(noise));
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError);
      }
    }
  });
});
