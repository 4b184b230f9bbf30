import { beforeEach, describe, expect, test } from "vitest";
import { RemotePresence } from "@/client/sync/remote-presence";
import { Roster } from "@/client/sync/roster";
import { asShapeId, asUserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import type { LiveEntry } from "@/core/protocol/live-message";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let roster: Roster;
let onBoard: Set<string>;
let changes: number;
let presence: RemotePresence;

const shape = asShapeId("s");
const begin: LiveEntry = {
  kind: "begin",
  gesture: 1,
  shape,
  at: { x: 5, y: 5 },
  stroke: "#e03131",
  strokeWidth: 4,
  hasPressure: false,
};
const stroke = (first: number, ...xs: number[]): LiveEntry => ({
  kind: "stroke",
  gesture: 1,
  first,
  hasPressure: false,
  points: xs.map((x) => ({ x, y: 0, pressure: 0.5 })),
});
const from = (slot: number, ...entries: LiveEntry[]) =>
  presence.receive(entries.map((entry) => ({ slot, entry })));
const xs = () =>
  [...presence.strokes()].map((s) => s.points.map((point) => point.x));

beforeEach(() => {
  clock = new FakeClock();
  roster = new Roster(createStore(asUserId("me")));
  roster.receiveRoster({
    kind: "roster",
    full: true,
    joined: [1, 2].map((slot) => ({
      slot,
      user: `u${slot}`,
      name: `Person ${slot}`,
      colour: "#1971c2",
      joinedAt: 0,
    })),
    left: [],
  });
  onBoard = new Set();
  changes = 0;
  presence = new RemotePresence({
    clock,
    roster,
    isOnBoard: (id) => onBoard.has(id),
  });
  presence.subscribe(() => (changes += 1));
  presence.connected(1);
});

describe("others' strokes", () => {
  test("grow as they are drawn", () => {
    from(2, begin, stroke(0, 1, 2));
    from(2, stroke(2, 3));
    expect(xs()).toEqual([[1, 2, 3]]);
    expect([...presence.strokes()][0]).toMatchObject({
      shape,
      stroke: "#e03131",
      strokeWidth: 4,
    });
    expect(changes).toBe(3);
  });

  test("bridge what was dropped on the way and take what is repeated once", () => {
    from(2, begin, stroke(0, 0), stroke(4, 4, 5), stroke(5, 5));
    expect(xs()).toEqual([[0, 1, 2, 3, 4, 5]]);
  });

  test("pass over a frame that claims to come from far beyond the last", () => {
    from(2, begin, stroke(0, 0), stroke(1_000_000, 9));
    expect(xs()).toEqual([[0]]);
  });

  test("are not invented: points without their begin are waited for", () => {
    from(2, stroke(0, 1, 2));
    expect(xs()).toEqual([]);
  });

  test.each(["end", "cancel"] as const)("go at %s, and stay gone", (kind) => {
    from(2, begin, stroke(0, 1));
    from(2, { kind, gesture: 1 });
    from(2, stroke(1, 2));
    expect(xs()).toEqual([]);
  });

  test("go in the turn in which their shape comes onto the board", () => {
    from(2, begin, stroke(0, 1));
    presence.committed([shape]);
    expect(xs()).toEqual([]);
  });

  test("do not begin when their shape is on the board already", () => {
    onBoard.add(shape);
    from(2, begin, stroke(0, 1));
    expect(xs()).toEqual([]);
  });

  test("go with their maker", () => {
    from(2, begin, stroke(0, 1));
    roster.receiveRoster({
      kind: "roster",
      full: false,
      joined: [],
      left: [2],
    });
    expect(xs()).toEqual([]);
  });

  test("go after 3 s without a word, and stay while there is one", () => {
    from(2, begin, stroke(0, 1));
    for (let i = 0; i < 5; i++) {
      clock.advance(1000);
      from(2, stroke(0, 1));
    }
    expect(xs()).toEqual([[1]]);
    clock.advance(6000);
    expect(xs()).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  test("do not echo: one's own slot is passed over", () => {
    from(1, begin, stroke(0, 1), { kind: "cursor", at: { x: 1, y: 1 } });
    expect(xs()).toEqual([]);
    expect([...presence.cursors()]).toEqual([]);
  });
});

describe("others' cursors", () => {
  test("carry name and colour from the roster", () => {
    from(2, { kind: "cursor", at: { x: 7, y: 8 } });
    expect([...presence.cursors()]).toEqual([
      {
        slot: 2,
        at: { x: 7, y: 8 },
        name: "Person 2",
        colour: "#1971c2",
        movedAt: clock.now(),
      },
    ]);
  });

  test("of somebody who is not announced are not shown", () => {
    from(77, { kind: "cursor", at: { x: 7, y: 8 } });
    expect([...presence.cursors()]).toEqual([]);
  });

  test("that come after their owner has left are not the next one's", () => {
    const { joined, left } = { joined: [], left: [2] };
    roster.receiveRoster({ kind: "roster", full: false, joined, left });
    from(2, { kind: "cursor", at: { x: 7, y: 8 } });
    roster.receiveRoster({
      kind: "roster",
      full: false,
      joined: [
        { slot: 2, user: "u3", name: "C", colour: "#1971c2", joinedAt: 0 },
      ],
      left: [],
    });
    expect([...presence.cursors()]).toEqual([]);
  });

  test("go with their owner", () => {
    from(2, { kind: "cursor", at: { x: 7, y: 8 } });
    roster.disconnected();
    expect([...presence.cursors()]).toEqual([]);
  });
});
