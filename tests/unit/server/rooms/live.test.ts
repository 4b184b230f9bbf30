import { describe, expect, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveEntry } from "@/core/protocol/live-message";
import { TestRooms } from "../../../support/server-room";

const begin = (gesture: number): LiveBegin => ({
  kind: "begin",
  gesture,
  what: "ink",
  shape: asShapeId(`shape-${gesture}`),
  at: { x: 10, y: 20 },
  stroke: "#d6336c",
  strokeWidth: 2,
  opacity: 1,
  hasPressure: false,
});
const stroke = (gesture: number, first = 0): LiveEntry => ({
  kind: "stroke",
  gesture,
  first,
  hasPressure: false,
  points: [{ x: 1, y: 2, pressure: 0.5 }],
});
const cursor = (x: number): LiveEntry => ({ kind: "cursor", at: { x, y: 0 } });
const move = (gesture: number, x: number): LiveEntry => ({
  kind: "transform",
  gesture,
  transform: { kind: "move", by: { x, y: 0 } },
});
const laser = (x: number): LiveEntry => ({
  kind: "laser",
  gesture: 9,
  points: [{ x, y: 0 }],
});
const end = (gesture: number): LiveEntry => ({ kind: "end", gesture });
const cancel = (gesture: number): LiveEntry => ({ kind: "cancel", gesture });

describe("the live lane", () => {
  test("tells everybody who does what", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");

    ben.gesture(begin(1));
    ben.gesture(stroke(1), cursor(5));
    rooms.settle();

    expect(ada.live).toEqual([
      { slot: 1, entry: begin(1) },
      { slot: 1, entry: expect.objectContaining({ kind: "stroke" }) },
      { slot: 1, entry: cursor(5) },
    ]);
  });

  test("of a member's cursors in one tick passes on the last, and of strokes all", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.gesture(cursor(0));

    ada.gesture(cursor(1), stroke(1, 0));
    ada.gesture(cursor(2), stroke(1, 1));
    rooms.settle();

    expect(ada.live.map(({ entry }) => entry.kind)).toEqual([
      "cursor",
      "stroke",
      "stroke",
      "cursor",
    ]);
    expect(ada.live.at(-1)?.entry).toEqual(cursor(2));
  });

  test("of a gesture's transforms in one tick passes on the last, and of laser points all", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ada.gesture(cursor(0));

    ada.gesture(move(1, 1), move(2, 1), laser(1));
    ben.gesture(move(1, 5));
    ada.gesture(move(1, 2), laser(2));
    rooms.settle();

    const told = ada.live.slice(1);
    expect(told).toHaveLength(5);
    expect(told).toEqual(
      expect.arrayContaining([
        { slot: 0, entry: move(1, 2) },
        { slot: 0, entry: move(2, 1) },
        { slot: 1, entry: move(1, 5) },
      ]),
    );
    const points = told.flatMap(({ entry }) =>
      entry.kind === "laser" ? entry.points.map(({ x }) => x) : [],
    );
    expect(points).toEqual([1, 2]);
  });

  test("passes on an eraser's marks whatever the rate, and tells them to joiners", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const beginErase: LiveBegin = { kind: "begin", gesture: 1, what: "erase" };
    const mark = (id: string): LiveEntry => ({
      kind: "erase",
      gesture: 1,
      shapes: [asShapeId(id)],
    });
    for (let i = 0; i < 60; i++) ada.gesture(cursor(i));
    ada.gesture(beginErase, mark("a"));
    ada.gesture(mark("b"));
    rooms.settle();
    const told = ada.live.map(({ entry }) => entry);
    expect(told.filter(({ kind }) => kind === "erase")).toEqual([
      mark("a"),
      mark("b"),
    ]);

    const ben = await rooms.join("ben");
    expect(ben.live.map(({ entry }) => entry)).toEqual([
      beginErase,
      { ...mark("a"), shapes: ["a", "b"] },
    ]);
  });

  test("brings the end of a stroke after its commit", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ben.gesture(begin(1));
    ben.draw("shape-1");
    ben.gesture(end(1));
    rooms.settle();

    const types = ada.messages.map(([type]) => type);
    expect(types.lastIndexOf(0)).toBeLessThan(types.lastIndexOf(65));
    expect(ada.live.map(({ entry }) => entry)).toEqual([begin(1), end(1)]);
  });

  test("tells a joiner what is under way", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.gesture(begin(1));
    ada.gesture(begin(2));
    ada.gesture(end(1));
    rooms.settle();

    const ben = await rooms.join("ben");

    expect(ben.live).toEqual([{ slot: 0, entry: begin(2) }]);
  });

  test("cancels what a member who leaves had under way", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ben.gesture(begin(1));
    ben.leave();
    rooms.settle();

    expect(ada.live.at(-1)).toEqual({ slot: 1, entry: cancel(1) });
    expect(ada.last("roster")?.left).toEqual([1]);
  });

  test("leaves out what may be dropped for a member whose line is slow", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ben.bufferedBytes = 100_000;

    ada.gesture(begin(1), stroke(1), cursor(1));
    rooms.settle();
    expect(ben.live).toEqual([{ slot: 0, entry: begin(1) }]);
    ben.bufferedBytes = 0;
    ada.gesture(cursor(2));
    rooms.settle();

    expect(ben.live.at(-1)).toEqual({ slot: 0, entry: cursor(2) });
  });

  test("above the rate passes on only what everybody must get", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    for (let i = 0; i < 60; i++) ada.gesture(cursor(i));
    rooms.clock.advance(1);

    ada.gesture(begin(1), cursor(99));
    rooms.settle();

    expect(ada.live.at(-1)?.entry).not.toEqual(cursor(99));
    expect(ada.live.some(({ entry }) => entry.kind === "begin")).toBe(true);
  });

  test("is not heard by stock clients", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const stock = await rooms.join("ben", { isStock: true });
    const heard = stock.messages.length;

    ada.gesture(begin(1), cursor(1));
    ada.hello("Ada L.");
    rooms.settle();

    expect(stock.messages).toHaveLength(heard);
  });

  test("goes out with everything else of a tick in one write", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ben.gesture(cursor(0));
    const writes = ada.writes.length;

    for (let i = 1; i <= 5; i++) {
      ben.draw(`${i}`);
      ben.gesture(begin(i), cursor(i), end(i));
    }
    rooms.settle();

    expect(ada.writes).toHaveLength(writes + 1);
    expect(Object.keys(ada.doc.getMap("shapes").toJSON())).toHaveLength(5);
  });
});
