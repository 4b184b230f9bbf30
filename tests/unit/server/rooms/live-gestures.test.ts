import { expect, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import type { LiveBegin } from "@/core/protocol/live-begin";
import { MAX_GESTURE_SHAPES } from "@/core/protocol/limits";
import type { LiveEntry } from "@/core/protocol/live-message";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { LiveGestures } from "@/server/rooms/live-gestures";
import { beginTransform, ids } from "../../../support/live-entries";

const begin = (gesture: number): LiveBegin => ({
  kind: "begin",
  gesture,
  what: "ink",
  shape: asShapeId(`shape-${gesture}`),
  at: { x: 0, y: 0 },
  stroke: "#000000",
  strokeWidth: 2,
  opacity: 1,
  hasPressure: false,
});

test("remembers gestures until they end or are cancelled", () => {
  const gestures = new LiveGestures();
  for (const gesture of [1, 2, 3]) gestures.receive(7, begin(gesture));

  gestures.receive(7, { kind: "end", gesture: 1 });
  gestures.receive(7, { kind: "cancel", gesture: 2 });
  gestures.receive(8, { kind: "end", gesture: 3 });

  expect(gestures.begins()).toEqual([{ slot: 7, entry: begin(3) }]);
});

test("cancels what a member leaves behind", () => {
  const gestures = new LiveGestures();
  gestures.receive(7, begin(1));
  gestures.receive(8, begin(1));

  expect(gestures.leave(7)).toEqual([
    { slot: 7, entry: { kind: "cancel", gesture: 1 } },
  ]);
  expect(gestures.leave(7)).toEqual([]);
  expect(gestures.begins()).toEqual([{ slot: 8, entry: begin(1) }]);
});

test("cancels the oldest gesture of a member who begins too many", () => {
  const gestures = new LiveGestures();
  for (let gesture = 1; gesture <= 16; gesture++)
    expect(gestures.receive(7, begin(gesture))).toEqual([]);

  expect(gestures.receive(7, begin(17))).toEqual([
    { slot: 7, entry: { kind: "cancel", gesture: 1 } },
  ]);
  expect(gestures.begins()).toHaveLength(16);
});

const erase = (gesture: number, ...shapes: string[]): LiveEntry => ({
  kind: "erase",
  gesture,
  shapes: shapes.map(asShapeId),
});

test("retells all the shapes of a transform that began in several entries", () => {
  const gestures = new LiveGestures();
  const all = ids(450);
  for (const part of [all.slice(0, 200), all.slice(200, 300), all.slice(300)])
    gestures.receive(7, beginTransform(1, part, true));

  const told = gestures
    .begins()
    .flatMap(({ slot, entry }) =>
      slot === 7 && entry.kind === "begin" && entry.what === "transform"
        ? entry.shapes
        : [],
    );
  expect(told).toEqual(all);
  expect(gestures.begins()[0]?.entry).toMatchObject({ copies: true });
  expect(gestures.leave(7)).toHaveLength(1);
});

test("retells what an eraser has marked, and takes no marks of other gestures", () => {
  const gestures = new LiveGestures();
  const beginErase: LiveBegin = { kind: "begin", gesture: 1, what: "erase" };
  gestures.receive(7, beginErase);
  gestures.receive(7, begin(2));
  gestures.receive(7, erase(1, "a", "b"));
  gestures.receive(7, erase(1, "b", "c"));
  gestures.receive(7, erase(2, "x"));
  gestures.receive(7, erase(3, "x"));

  expect(gestures.begins()).toEqual([
    { slot: 7, entry: beginErase },
    { slot: 7, entry: erase(1, "a", "b", "c") },
    { slot: 7, entry: begin(2) },
  ]);
});

test("cancels older gestures for one that leaves no room for their shapes", () => {
  const gestures = new LiveGestures();
  gestures.receive(7, beginTransform(1, ids(200)));
  gestures.receive(8, beginTransform(1, ids(200)));
  const shapes = ids(MAX_GESTURE_SHAPES);
  for (let i = 0; i < shapes.length - 200; i += 200)
    expect(
      gestures.receive(7, beginTransform(2, shapes.slice(i, i + 200))),
    ).toEqual([]);

  expect(gestures.receive(7, beginTransform(2, shapes.slice(-200)))).toEqual([
    { slot: 7, entry: { kind: "cancel", gesture: 1 } },
  ]);
});

test("refuses a gesture with more shapes than it may have", () => {
  const gestures = new LiveGestures();
  gestures.receive(7, beginTransform(1, ids(MAX_GESTURE_SHAPES)));
  expect(() =>
    gestures.receive(7, beginTransform(1, [asShapeId("one more")])),
  ).toThrow(ProtocolError);
});
