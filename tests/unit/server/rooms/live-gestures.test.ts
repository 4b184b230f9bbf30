import { expect, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import type { LiveBegin } from "@/core/protocol/live-message";
import { LiveGestures } from "@/server/rooms/live-gestures";

const begin = (gesture: number): LiveBegin => ({
  kind: "begin",
  gesture,
  shape: asShapeId(`shape-${gesture}`),
  at: { x: 0, y: 0 },
  stroke: "#000000",
  strokeWidth: 2,
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
