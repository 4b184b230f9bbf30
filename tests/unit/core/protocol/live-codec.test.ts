import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import {
  MAX_DRAFT_LENGTH,
  MAX_ENTRY_POINTS,
  MAX_ENTRY_SHAPES,
  MAX_LIVE_BYTES,
  MAX_LIVE_ENTRIES,
  MAX_TEXT_PLACE_BYTES,
} from "@/core/protocol/limits";
import {
  encodeLive,
  encodeLiveFrames,
  encodeSlottedLive,
  readLive,
  readSlottedLive,
} from "@/core/protocol/live-codec";
import type { LiveEntry } from "@/core/protocol/live-message";
import { MessageType } from "@/core/protocol/message-type";
import { ProtocolError } from "@/core/protocol/protocol-error";
import {
  beginStroke,
  beginTransform,
  ids,
  randomEntry,
} from "../../../support/live-entries";

const begin = beginStroke(7, "shape-1");
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
const draft: LiveEntry = {
  kind: "begin",
  gesture: 2,
  what: "draft",
  shape: asShapeId("d"),
  record: '{"kind":"note","fill":"#ffec99"}',
};
const turn: LiveEntry = {
  kind: "transform",
  gesture: 3,
  transform: { kind: "turn", about: { x: 12.3456, y: -7.1 }, angle: 0.5 },
};
const caret: LiveEntry = {
  kind: "caret",
  gesture: 9,
  anchor: new Uint8Array([1, 2, 3]),
  head: new Uint8Array(0),
};
const end: LiveEntry = { kind: "end", gesture: 7 };
/** Such as their numbers are not rounded on the way. */
const entries: LiveEntry[] = [
  begin,
  {
    ...begin,
    what: "highlight",
    opacity: 0.35,
    at: { x: -12.34, y: 40000.01 },
  },
  draft,
  beginTransform(3, ids(3)),
  beginTransform(4, ids(1), true),
  { kind: "begin", gesture: 5, what: "erase" },
  { kind: "begin", gesture: 6, what: "laser" },
  { kind: "begin", gesture: 9, what: "typing", shape: asShapeId("text") },
  { kind: "cursor", at: { x: 812.3, y: -0.4 } },
  {
    kind: "viewport",
    box: { minX: -12.5, minY: 0, maxX: 800.1, maxY: 600.7 },
  },
  { kind: "draft", gesture: 2, from: { x: 10.01, y: 20 }, to: { x: -5, y: 7 } },
  {
    kind: "transform",
    gesture: 3,
    transform: { kind: "move", by: { x: 3.21, y: -4000 } },
  },
  turn,
  {
    kind: "transform",
    gesture: 3,
    transform: {
      kind: "stretch",
      about: { x: 0.0001, y: 99999.5 },
      angle: 0,
      x: -1.5,
      y: 1,
    },
  },
  {
    kind: "transform",
    gesture: 3,
    transform: { kind: "handle", handle: 1, to: { x: 1, y: 2.5 } },
  },
  { kind: "erase", gesture: 5, shapes: ids(2) },
  {
    kind: "laser",
    gesture: 6,
    points: [
      { x: 500.1, y: 600.2 },
      { x: 498.7, y: 601 },
      { x: 498.7, y: 601 },
    ],
  },
  caret,
  end,
  { kind: "cancel", gesture: 8 },
];

const afterType = (message: Uint8Array) => {
  const decoder = decoding.createDecoder(message);
  expect(decoding.readVarUint(decoder)).toBe(MessageType.live);
  return decoder;
};
const carried = (...sent: LiveEntry[]) => readLive(afterType(encodeLive(sent)));

describe("live frames", () => {
  test("come out as they went in", () => {
    expect(carried(...entries)).toEqual(entries);
  });

  test("round the points of a stroke as the document does", () => {
    const [entry] = carried(stroke);
    expect(entry).toMatchObject({ kind: "stroke", gesture: 7, first: 130 });
    const points = entry?.kind === "stroke" ? entry.points : [];
    expect(points).toHaveLength(2);
    points.forEach((point, i) => {
      expect(point.x).toBeCloseTo(stroke.points[i]!.x, 6);
      expect(point.y).toBeCloseTo(stroke.points[i]!.y, 6);
      expect(point.pressure).toBeCloseTo(stroke.points[i]!.pressure, 2);
    });
  });

  test("carry each member's slot from the server", () => {
    const slotted = entries.map((entry, i) => ({ slot: i * 30, entry }));
    expect(readSlottedLive(afterType(encodeSlottedLive(slotted)))).toEqual(
      slotted,
    );
  });

  test("can be handed on: what was read once is written and read the same again", () => {
    const random = seededRandom(4);
    for (let i = 0; i < 1000; i++) {
      const once = carried(randomEntry(random));
      expect(carried(...once)).toEqual(once);
    }
  });

  test("carry what is no number, or beyond any board, as something that can be read", () => {
    const wild = [NaN, Infinity, -Infinity, 1e300];
    for (const x of wild)
      for (const y of wild) {
        const about = { x, y };
        const once = carried(
          { kind: "cursor", at: about },
          { ...turn, transform: { kind: "turn", about, angle: x } },
          {
            ...turn,
            transform: { kind: "stretch", about, angle: y, x, y },
          },
        );
        expect(once).toHaveLength(3);
      }
  });

  test.each<[string, LiveEntry, number]>([
    ["a cursor", { kind: "cursor", at: { x: 12345.6, y: 9876.5 } }, 10],
    [
      "a move",
      { ...turn, transform: { kind: "move", by: { x: 81.5, y: -60.25 } } },
      9,
    ],
    [
      "a stretch",
      {
        ...turn,
        transform: {
          kind: "stretch",
          about: { x: 9000.5, y: 800 },
          angle: 1,
          x: 1.1,
          y: 2.2,
        },
      },
      25,
    ],
  ])("cost few bytes for %s on a board of ordinary size", (_, entry, bytes) => {
    expect(
      encodeSlottedLive([{ slot: 100, entry }]).byteLength,
    ).toBeLessThanOrEqual(bytes);
  });
});

describe("frames for a server", () => {
  test("hold as many entries as it takes, in their order", () => {
    const many = Array.from({ length: 150 }, (_, gesture): LiveEntry => ({
      kind: "end",
      gesture,
    }));
    const frames = encodeLiveFrames(many).map((frame) =>
      readLive(afterType(frame)),
    );
    expect(frames.map((frame) => frame.length)).toEqual([
      MAX_LIVE_ENTRIES,
      MAX_LIVE_ENTRIES,
      150 - 2 * MAX_LIVE_ENTRIES,
    ]);
    expect(frames.flat()).toEqual(many);
  });

  test("are not longer than it takes, with the longest entries", () => {
    const long = Array.from({ length: MAX_ENTRY_SHAPES }, (_, i) =>
      asShapeId(`${i}`.padEnd(64, "x")),
    );
    const many = [1, 2, 3].map((gesture) => beginTransform(gesture, long));
    const frames = encodeLiveFrames(many);
    for (const frame of frames)
      expect(frame.byteLength).toBeLessThanOrEqual(MAX_LIVE_BYTES);
    expect(frames.flatMap((frame) => readLive(afterType(frame)))).toEqual(many);
    expect(encodeLiveFrames([])).toEqual([]);
  });
});

describe("a reader of live frames", () => {
  test("refuses an empty frame", () => {
    expect(() => readLive(afterType(encodeLive([])))).toThrow("BAD_LIVE");
  });

  test("refuses each frame that is cut off in its last entry", () => {
    for (const entry of [...entries, stroke]) {
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

  test("refuses more entries than a hand can make", () => {
    const many = Array.from({ length: MAX_LIVE_ENTRIES + 1 }, () => end);
    expect(() => carried(...many)).toThrow("BAD_LIVE");
  });

  test.each<[string, LiveEntry]>([
    ["a colour that is none", { ...begin, stroke: "red" }],
    ["a huge width", { ...begin, strokeWidth: 1001 }],
    ["more than full opacity", { ...begin, opacity: 1.01 }],
    ["no shape", { ...begin, shape: asShapeId("") }],
    ["an endless id", { ...begin, shape: asShapeId("x".repeat(65)) }],
    ["an id that grows in UTF-8", { ...begin, shape: asShapeId("\u4e16") }],
    ["a stroke without points", { ...stroke, points: [] }],
    [
      "too many points",
      {
        ...stroke,
        points: Array.from({ length: MAX_ENTRY_POINTS + 1 }, () => ({
          x: 0,
          y: 0,
          pressure: 0,
        })),
      },
    ],
    ["no shapes", beginTransform(1, [])],
    ["too many shapes", beginTransform(1, ids(MAX_ENTRY_SHAPES + 1))],
    ["marks of nothing", { kind: "erase", gesture: 1, shapes: [] }],
    ["a laser without points", { kind: "laser", gesture: 1, points: [] }],
    ["a record that is no JSON", { ...draft, record: "{" }],
    ["a record that is no object", { ...draft, record: "[1]" }],
    [
      "a record too long",
      { ...draft, record: `{"a":"${"x".repeat(MAX_DRAFT_LENGTH)}"}` },
    ],
    [
      "a place in a text too long",
      { ...caret, head: new Uint8Array(MAX_TEXT_PLACE_BYTES + 1) },
    ],
    [
      "a handle that no shape has",
      {
        ...turn,
        transform: { kind: "handle", handle: 1e6, to: { x: 0, y: 0 } },
      },
    ],
  ])("refuses %s", (_, entry) => {
    expect(() => carried(entry)).toThrow("BAD_LIVE");
  });

  test("refuses an angle that is no number", () => {
    const bytes = encodeLive([turn]);
    bytes.fill(0xff, bytes.byteLength - 4);
    expect(() => readLive(afterType(bytes))).toThrow("BAD_LIVE");
  });

  test("answers random bytes with entries or a ProtocolError, nothing else", () => {
    const random = seededRandom(20);
    for (let i = 0; i < 2000; i++) {
      const noise = Uint8Array.from(
        { length: 1 + random.next() * 40 },
        () => random.next() * (i % 2 ? 12 : 256),
      );
      expectEntriesOrRefusal(noise);
    }
  });

  test("answers spoilt frames with entries that can be handed on, or a ProtocolError", () => {
    const random = seededRandom(21);
    for (let i = 0; i < 2000; i++) {
      const frame = encodeLive([randomEntry(random)]).slice(1);
      const spoilt = Math.floor(random.next() * frame.byteLength);
      frame[spoilt] = random.next() * 256;
      expectEntriesOrRefusal(frame);
    }
  });
});

function expectEntriesOrRefusal(bytes: Uint8Array): void {
  let read: LiveEntry[];
  try {
    read = readLive(decoding.createDecoder(bytes));
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError);
    return;
  }
  // What the server accepts it hands on, and nobody's client may choke on it.
  const slotted = read.map((entry) => ({ slot: 1, entry }));
  const handedOn = readSlottedLive(afterType(encodeSlottedLive(slotted)));
  expect(handedOn).toHaveLength(read.length);
}
