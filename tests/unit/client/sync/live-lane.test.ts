import * as decoding from "lib0/decoding";
import { beforeEach, describe, expect, test } from "vitest";
import { LiveLane } from "@/client/sync/live-lane";
import { asShapeId } from "@/core/base/ids";
import type { StrokeStart } from "@/core/protocol/gesture-lane";
import { readLive } from "@/core/protocol/live-codec";
import {
  MAX_GESTURE_SHAPES,
  MAX_LIVE_BYTES,
  MAX_TEXT_PLACE_BYTES,
} from "@/core/protocol/limits";
import type { LiveEntry } from "@/core/protocol/live-message";
import { FakeClock } from "../../../support/fake-clock";
import { ids, shapeOf } from "../../../support/live-entries";

let clock: FakeClock;
let frames: LiveEntry[][];
let sizes: number[];
let lane: LiveLane;

const start: StrokeStart = {
  kind: "ink",
  shape: asShapeId("s"),
  at: { x: 10, y: 20 },
  stroke: "#1e1e1e",
  strokeWidth: 2,
  opacity: 1,
  hasPressure: false,
};
const points = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    x: from + i,
    y: 0,
    pressure: 0.5,
  }));
const strokes = () =>
  frames.flat().flatMap((e) => (e.kind === "stroke" ? [e] : []));
const move = (x: number) => ({ kind: "move", by: { x, y: 0 } }) as const;
const ofKind = <K extends LiveEntry["kind"]>(kind: K) =>
  frames
    .flat()
    .filter(
      (entry): entry is Extract<LiveEntry, { kind: K }> => entry.kind === kind,
    );
const moves = () =>
  ofKind("transform").map(({ transform }) =>
    transform.kind === "move" ? transform.by.x : undefined,
  );
const kinds = () => frames.map((frame) => frame.map((entry) => entry.kind));

beforeEach(() => {
  clock = new FakeClock();
  frames = [];
  sizes = [];
  lane = new LiveLane({
    clock,
    send(message) {
      const decoder = decoding.createDecoder(message);
      decoding.readVarUint(decoder);
      sizes.push(message.byteLength);
      frames.push(readLive(decoder));
      return true;
    },
  });
});

test("of a followed person's views the last one goes along with what else there is", () => {
  const view = (x: number) => ({ minX: x, minY: 0, maxX: x + 800, maxY: 600 });
  lane.showView(view(1));
  lane.showView(view(2));
  lane.moveCursor({ x: 5, y: 0 });
  clock.advance(33);
  expect(kinds()).toEqual([["cursor", "viewport"]]);
  expect(ofKind("viewport")[0]?.box).toEqual(view(2));
  clock.advance(1_000);
  expect(frames).toHaveLength(1);
});

describe("the live lane", () => {
  test("sends the newest place of a pointer, at most 30 times a second", () => {
    for (let i = 0; i < 100; i++) {
      lane.moveCursor({ x: i, y: 0 });
      clock.advance(10);
    }
    expect(frames.length).toBeGreaterThan(25);
    expect(frames.length).toBeLessThanOrEqual(31);
    lane.moveCursor({ x: 1, y: 0 });
    lane.moveCursor({ x: 2, y: 0 });
    clock.advance(100);
    expect(frames.at(-1)).toEqual([{ kind: "cursor", at: { x: 2, y: 0 } }]);
  });

  test("announces a stroke at once and sends each point once", () => {
    const gesture = lane.beginStroke(start);
    expect(kinds()).toEqual([["begin"]]);
    gesture.extend(points(0, 3));
    clock.advance(33);
    gesture.extend(points(3, 2));
    gesture.extend(points(5, 1));
    clock.advance(33);
    expect(strokes().map((s) => [s.first, s.points.length])).toEqual([
      [0, 3],
      [3, 3],
    ]);
    gesture.end();
    expect(frames.at(-1)).toEqual([{ kind: "end", gesture: 1 }]);
  });

  test("puts the pointer and the points of a moment into one frame", () => {
    const gesture = lane.beginStroke(start);
    gesture.extend(points(0, 1));
    lane.moveCursor({ x: 1, y: 1 });
    clock.advance(33);
    expect(kinds()).toEqual([["begin"], ["stroke", "cursor"]]);
  });

  test("repeats the last point of a pen that is held still", () => {
    const gesture = lane.beginStroke(start);
    gesture.extend(points(0, 4));
    clock.advance(2500);
    expect(strokes().map((s) => [s.first, s.points.length])).toEqual([
      [0, 4],
      [3, 1],
      [3, 1],
    ]);
    gesture.cancel();
    expect(frames.at(-1)).toEqual([{ kind: "cancel", gesture: 1 }]);
    lane.dispose();
    expect(clock.pending).toBe(0);
  });

  test("tells a new connection the whole of a stroke that is being drawn", () => {
    const gesture = lane.beginStroke(start);
    gesture.extend(points(0, 4));
    clock.advance(33);
    frames = [];
    lane.connected();
    clock.advance(33);
    expect(kinds()).toEqual([["begin"], ["stroke"]]);
    expect(strokes()[0]).toMatchObject({ first: 0 });
    gesture.end();
  });

  test("cuts a flood of points into entries that a reader takes", () => {
    const gesture = lane.beginStroke(start);
    gesture.extend(points(0, 1200));
    clock.advance(33);
    expect(strokes().map((s) => [s.first, s.points.length])).toEqual([
      [0, 500],
      [500, 500],
      [1000, 200],
    ]);
  });

  test("cuts a stroke that it has to tell as a whole into frames that a server takes", () => {
    const gesture = lane.beginStroke({ ...start, hasPressure: true });
    const wide = points(0, 10_000).map((point, i) => ({
      ...point,
      x: i % 2 ? 90_000 : -90_000,
    }));
    gesture.extend(wide);
    clock.advance(33);
    expect(strokes().reduce((sum, s) => sum + s.points.length, 0)).toBe(10_000);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_LIVE_BYTES);
  });
});

describe("a transform on the live lane", () => {
  test("is announced at once, and told as it is at most 30 times a second", () => {
    const gesture = lane.beginTransform(ids(2), true);
    expect(frames).toEqual([
      [
        {
          kind: "begin",
          gesture: 1,
          what: "transform",
          shapes: ids(2),
          copies: true,
        },
      ],
    ]);
    for (let i = 1; i <= 100; i++) {
      gesture.transform(move(i));
      clock.advance(10);
    }
    expect(moves().length).toBeGreaterThan(25);
    expect(moves().length).toBeLessThanOrEqual(32);
    gesture.end();
    expect(frames.at(-1)).toEqual([{ kind: "end", gesture: 1 }]);
  });

  test("is told once more each second while it is held", () => {
    const gesture = lane.beginTransform(ids(1), false);
    gesture.transform(move(1));
    clock.advance(2500);
    expect(moves()).toEqual([1, 1, 1]);
    gesture.end();
    expect(clock.pending).toBe(0);
  });

  test("of many shapes begins in several entries that add up", () => {
    lane.beginTransform(ids(500), false);
    const begins = ofKind("begin");
    expect(begins.length).toBeGreaterThan(1);
    expect(new Set(begins.map(({ gesture }) => gesture)).size).toBe(1);
    const shapes = begins.flatMap((begin) =>
      begin.what === "transform" ? begin.shapes : [],
    );
    expect(shapes).toEqual(ids(500));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_LIVE_BYTES);
  });

  test("of too many shapes is not shown, and neither are shapes with odd ids", () => {
    const huge = lane.beginTransform(ids(MAX_GESTURE_SHAPES + 1), false);
    huge.transform(move(1));
    huge.end();
    const odd = [asShapeId("x".repeat(65)), asShapeId("\u4e16")];
    lane.beginTransform(odd, false).end();
    clock.advance(2000);
    expect(frames).toEqual([]);

    lane.beginTransform([...odd, asShapeId("good")], false);
    expect(ofKind("begin")).toMatchObject([{ shapes: ["good"] }]);
  });

  test("is announced and told again on a new connection", () => {
    const gesture = lane.beginTransform(ids(1), false);
    gesture.transform(move(7));
    clock.advance(33);
    frames = [];
    lane.connected();
    clock.advance(33);
    expect(kinds()).toEqual([["begin"], ["transform"]]);
    gesture.end();
  });

  test("is over with its first end", () => {
    const gesture = lane.beginTransform(ids(1), false);
    gesture.cancel();
    frames = [];
    gesture.transform(move(7));
    gesture.end();
    gesture.cancel();
    lane.connected();
    clock.advance(3000);
    expect(frames).toEqual([]);
  });
});

describe("the other gestures on the live lane", () => {
  test("a draft tells how its shape looks, and then where it is", () => {
    const shape = shapeOf("new", { kind: "rectangle", fill: "#a5d8ff" });
    const gesture = lane.beginDraft(shape);
    gesture.dragTo({ x: 1, y: 2 }, { x: 3, y: 4 });
    gesture.dragTo({ x: 1, y: 2 }, { x: 30, y: 40 });
    clock.advance(33);
    gesture.end();
    expect(frames).toEqual([
      [
        {
          kind: "begin",
          gesture: 1,
          what: "draft",
          shape: "new",
          record: JSON.stringify({ kind: "rectangle", fill: "#a5d8ff" }),
        },
      ],
      [
        {
          kind: "draft",
          gesture: 1,
          from: { x: 1, y: 2 },
          to: { x: 30, y: 40 },
        },
      ],
      [{ kind: "end", gesture: 1 }],
    ]);
  });

  test("an eraser tells each mark once, and its last one while it is held", () => {
    const [a, b, c] = ids(3);
    const gesture = lane.beginErase();
    gesture.mark([a!, b!]);
    clock.advance(33);
    gesture.mark([b!, c!]);
    clock.advance(33);
    expect(ofKind("erase").map(({ shapes }) => shapes)).toEqual([[a, b], [c]]);
    clock.advance(1000);
    expect(ofKind("erase").at(-1)?.shapes).toEqual([c]);
    frames = [];
    lane.connected();
    clock.advance(33);
    expect(ofKind("erase")).toMatchObject([{ shapes: [a, b, c] }]);
    gesture.end();
  });

  test("an eraser names no more shapes than a server takes", () => {
    const gesture = lane.beginErase();
    gesture.mark(ids(MAX_GESTURE_SHAPES + 100));
    clock.advance(33);
    const told = ofKind("erase").flatMap(({ shapes }) => shapes);
    expect(told).toHaveLength(MAX_GESTURE_SHAPES);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_LIVE_BYTES);
    gesture.end();
  });

  test("a laser tells each point once, the last ones before its end", () => {
    const gesture = lane.beginLaser();
    gesture.extend([{ x: 1, y: 1 }]);
    gesture.extend([{ x: 2, y: 1 }]);
    clock.advance(2000);
    gesture.extend([{ x: 3, y: 1 }]);
    gesture.end();
    clock.advance(2000);
    expect(kinds()).toEqual([["begin"], ["laser"], ["laser", "end"]]);
    const xs = ofKind("laser").flatMap(({ points }) =>
      points.map(({ x }) => x),
    );
    expect(xs).toEqual([1, 2, 3]);
  });

  test("typing tells the newest caret, and repeats it", () => {
    const caret = (byte: number) => ({
      anchor: new Uint8Array([byte]),
      head: new Uint8Array([byte, byte]),
    });
    const gesture = lane.beginTyping(asShapeId("text"));
    gesture.moveCaret(caret(1));
    gesture.moveCaret(caret(2));
    gesture.moveCaret({
      anchor: new Uint8Array(MAX_TEXT_PLACE_BYTES + 1),
      head: new Uint8Array(1),
    });
    clock.advance(1100);
    gesture.end();
    expect(ofKind("begin")).toMatchObject([{ what: "typing", shape: "text" }]);
    expect(ofKind("caret")).toEqual([
      { kind: "caret", gesture: 1, ...caret(2) },
      { kind: "caret", gesture: 1, ...caret(2) },
    ]);
  });
});
