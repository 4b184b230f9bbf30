import * as decoding from "lib0/decoding";
import { beforeEach, describe, expect, test } from "vitest";
import { LiveLane } from "@/client/sync/live-lane";
import { asShapeId } from "@/core/base/ids";
import { readLive } from "@/core/protocol/live-codec";
import { MAX_LIVE_BYTES } from "@/core/protocol/limits";
import type { LiveEntry } from "@/core/protocol/live-message";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let frames: LiveEntry[][];
let sizes: number[];
let lane: LiveLane;

const start = {
  shape: asShapeId("s"),
  at: { x: 10, y: 20 },
  stroke: "#1e1e1e",
  strokeWidth: 2,
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
    expect(Math.max(...sizes)).toBeLessThan(MAX_LIVE_BYTES);
  });
});
