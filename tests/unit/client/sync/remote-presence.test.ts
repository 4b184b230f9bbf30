import { beforeEach, describe, expect, test } from "vitest";
import { RemotePresence } from "@/client/sync/remote-presence";
import { Roster } from "@/client/sync/roster";
import { asShapeId, asUserId, type ShapeId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import { boardPoint } from "@/core/geometry/point";
import type { Transform } from "@/core/geometry/transform";
import { writeDraftRecord } from "@/core/protocol/draft-record";
import type { LiveBegin } from "@/core/protocol/live-begin";
import type { LiveEntry } from "@/core/protocol/live-message";
import type { Shape } from "@/core/shapes/shape";
import { preview } from "@/core/shapes/transform-shape";
import { FakeClock } from "../../../support/fake-clock";
import {
  beginStroke,
  beginTransform,
  shapeOf,
} from "../../../support/live-entries";

let clock: FakeClock;
let roster: Roster;
let board: Map<ShapeId, Shape>;
/** What the first byte of a place in a text stands for. */
let textIndexes: Map<number, number>;
let changes: number;
let presence: RemotePresence;

const shape = asShapeId("s");
const begin = beginStroke(1, "s");
const stroke = (first: number, ...xs: number[]): LiveEntry => ({
  kind: "stroke",
  gesture: 1,
  first,
  hasPressure: false,
  points: xs.map((x) => ({ x, y: 0, pressure: 0.5 })),
});
const end: LiveEntry = { kind: "end", gesture: 1 };
const cancel: LiveEntry = { kind: "cancel", gesture: 1 };
const from = (slot: number, ...entries: LiveEntry[]) =>
  presence.receive(entries.map((entry) => ({ slot, entry })));
const previews = () => [...presence.previews()];
const xs = () =>
  previews().map((s) =>
    s.kind === "ink" ? s.points.map((point) => point.x) : [],
  );
const leaves = (slot: number) =>
  roster.receiveRoster({
    kind: "roster",
    full: false,
    joined: [],
    left: [slot],
  });
const put = (id: string, values: Record<string, unknown>): Shape => {
  const made = shapeOf(id, values);
  board.set(made.id, made);
  return made;
};

beforeEach(() => {
  clock = new FakeClock();
  roster = new Roster(createStore(asUserId("me")));
  roster.receiveRoster({
    kind: "roster",
    full: true,
    joined: [1, 2, 3].map((slot) => ({
      slot,
      user: `u${slot}`,
      name: `Person ${slot}`,
      colour: "#1971c2",
      joinedAt: 0,
    })),
    left: [],
  });
  board = new Map();
  textIndexes = new Map();
  changes = 0;
  presence = new RemotePresence({
    clock,
    roster,
    shapeOf: (id) => board.get(id),
    textIndexOf: (_, place) => textIndexes.get(place[0]!),
  });
  presence.subscribe(() => (changes += 1));
  presence.connected(1);
});

test("what a member sees is told to those who ask, is no change of the picture, and ends with them", () => {
  const box = { minX: 0, minY: 0, maxX: 800, maxY: 600 };
  const viewed: number[] = [];
  presence.onView((slot) => viewed.push(slot));
  from(2, { kind: "viewport", box });
  expect(viewed).toEqual([2]);
  expect(presence.viewOf(2)).toEqual(box);
  expect(changes).toBe(0);
  leaves(2);
  expect(presence.viewOf(2)).toBeUndefined();
});

describe("others' strokes", () => {
  test("grow as they are drawn", () => {
    from(2, begin, stroke(0, 1, 2));
    from(2, stroke(2, 3));
    expect(xs()).toEqual([[1, 2, 3]]);
    expect(previews()[0]).toMatchObject({
      kind: "ink",
      id: shape,
      stroke: "#e03131",
      strokeWidth: 4,
    });
    expect(changes).toBe(2);
  });

  test("are the same shape until they grow, and what is repeated is no change", () => {
    from(2, begin, stroke(0, 1, 2));
    const [shown] = previews();
    from(2, stroke(1, 2));
    expect(previews()[0]).toBe(shown);
    expect(changes).toBe(1);
    from(2, stroke(2, 3));
    expect(previews()[0]).not.toBe(shown);
  });

  test("may be highlights, as transparent as they will be", () => {
    from(2, { ...begin, what: "highlight", opacity: 0.4 }, stroke(0, 1));
    expect(previews()).toMatchObject([{ kind: "highlight", opacity: 0.4 }]);
  });

  test("take the place of what was bridged when it comes after all", () => {
    from(2, begin, stroke(0, 0), stroke(2, 2));
    from(2, stroke(0, 0, 50, 2));
    expect(xs()).toEqual([[0, 50, 2]]);
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
    put("s", { kind: "rectangle" });
    from(2, begin, stroke(0, 1));
    expect(xs()).toEqual([]);
  });

  test("go with their maker", () => {
    from(2, begin, stroke(0, 1));
    leaves(2);
    expect(xs()).toEqual([]);
  });

  test("go after 3 s without a word, stay while there is one, and come back with the next", () => {
    from(2, begin, stroke(0, 1));
    for (let i = 0; i < 5; i++) {
      clock.advance(1000);
      from(2, stroke(0, 1));
    }
    expect(xs()).toEqual([[1]]);
    clock.advance(6000);
    expect(xs()).toEqual([]);
    expect(clock.pending).toBe(0);
    expect(changes).toBe(2);
    from(2, stroke(1, 2));
    expect(xs()).toEqual([[1, 2]]);
    clock.advance(3000);
    expect(xs()).toEqual([]);
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
    leaves(2);
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

describe("shapes that others drag out", () => {
  const look = shapeOf("s", { kind: "rectangle", fill: "#a5d8ff" });
  const beginDraft: LiveBegin = {
    kind: "begin",
    gesture: 1,
    what: "draft",
    shape,
    record: writeDraftRecord(look),
  };
  const drag = (x: number, y: number): LiveEntry => ({
    kind: "draft",
    gesture: 1,
    from: boardPoint(10, 20),
    to: boardPoint(x, y),
  });

  test("are shown between the points as they will look", () => {
    from(2, beginDraft);
    expect(previews()).toEqual([]);
    from(2, drag(60, 50));
    expect(previews()).toEqual([
      { ...look, at: boardPoint(10, 20), size: { width: 50, height: 30 } },
    ]);
  });

  test("are the same shape while nothing moves", () => {
    from(2, beginDraft, drag(60, 50));
    const [shown] = previews();
    from(2, drag(60, 50));
    expect(previews()[0]).toBe(shown);
    expect(changes).toBe(1);
  });

  test("go in the turn in which their shape comes onto the board", () => {
    from(2, beginDraft, drag(60, 50));
    put("s", { kind: "rectangle" });
    presence.committed([shape]);
    expect(previews()).toEqual([]);
    expect(changes).toBe(2);
  });

  test("of a kind that this version does not know are waited for", () => {
    from(2, { ...beginDraft, record: '{"kind":"teapot"}' }, drag(60, 50), end);
    from(2, { ...beginDraft, record: '{"kind":"text"}' }, drag(60, 50));
    expect(previews()).toEqual([]);
  });
});

describe("shapes that others move, turn or stretch", () => {
  const a = asShapeId("a");
  const b = asShapeId("b");
  const does = (transform: Transform): LiveEntry => ({
    kind: "transform",
    gesture: 1,
    transform,
  });
  const move = (x: number) => does({ kind: "move", by: { x, y: 0 } });
  const places = () => previews().map(({ id, at }) => [id, at.x]);

  beforeEach(() => {
    put("a", { kind: "rectangle", at: [100, 0] });
    put("b", { kind: "rectangle", at: [200, 0] });
  });

  test("are shown in their new place, and are lifted off the board", () => {
    from(2, beginTransform(1, [a, b]));
    expect(previews()).toEqual([]);
    expect(presence.lifted().size).toBe(0);
    from(2, move(5));
    expect(places()).toEqual([
      ["a", 105],
      ["b", 205],
    ]);
    expect(presence.lifted()).toEqual(new Set([a, b]));
  });

  test.each<Transform>([
    { kind: "turn", about: boardPoint(0, 0), angle: 1 },
    { kind: "stretch", about: boardPoint(0, 0), angle: 0, x: 2, y: 3 },
  ])("are shown as the commit will leave them: $kind", (transform) => {
    from(2, beginTransform(1, [a]), does(transform));
    expect(previews()).toEqual([preview(board.get(a)!, transform)]);
  });

  test("show the handle of a line where it is taken", () => {
    put("a", { kind: "line", at: [0, 0], tip: [10, 0] });
    const to = boardPoint(30, 40);
    from(2, beginTransform(1, [a]), does({ kind: "handle", handle: 1, to }));
    expect(previews()).toMatchObject([{ tip: { x: 30, y: 40 } }]);
  });

  test("add up over several begins", () => {
    from(2, beginTransform(1, [a]), move(5), beginTransform(1, [b]));
    expect(places()).toHaveLength(2);
  });

  test("look the same before and after the commit, and after the end", () => {
    from(2, beginTransform(1, [a]), move(5));
    put("a", { kind: "rectangle", at: [105, 0] });
    expect(places()).toEqual([["a", 105]]);
    from(2, end);
    expect(previews()).toEqual([]);
    expect(presence.lifted().size).toBe(0);
    expect(changes).toBe(2);
  });

  test("show what else others change of them meanwhile", () => {
    from(2, beginTransform(1, [a]), move(5));
    put("a", { kind: "rectangle", at: [100, 0], fill: "#ff0000" });
    expect(previews()).toMatchObject([{ at: { x: 105 }, fill: "#ff0000" }]);
  });

  test("are the same objects and the same set while nothing changes", () => {
    from(2, beginTransform(1, [a, b]), move(5));
    const shown = previews();
    const lifted = presence.lifted();
    from(2, move(5), { kind: "cursor", at: boardPoint(1, 1) });
    put("a", { kind: "rectangle", at: [100, 0], fill: "#ff0000" });
    expect(previews()[0]).not.toBe(shown[0]);
    expect(previews()[1]).toBe(shown[1]);
    from(2, move(6));
    expect(previews()[1]).not.toBe(shown[1]);
    expect(presence.lifted()).toBe(lifted);
    board.delete(a);
    expect(presence.lifted()).toEqual(new Set([b]));
  });

  test("are not shown elsewhere once they are locked or gone", () => {
    from(2, beginTransform(1, [a, b]), move(5));
    put("a", { kind: "rectangle", at: [100, 0], locked: true });
    board.delete(b);
    expect(previews()).toEqual([]);
    expect(presence.lifted().size).toBe(0);
  });

  test("stay where they are when copies are meant, which have ids of their own", () => {
    from(2, beginTransform(1, [a], true), move(5));
    from(3, beginTransform(1, [a], true), move(50));
    const shown = previews();
    expect(shown.map(({ at }) => at.x)).toEqual([105, 150]);
    expect(presence.lifted().size).toBe(0);
    const shownIds = new Set([a, ...shown.map(({ id }) => id)]);
    expect(shownIds.size).toBe(3);
    from(2, move(5));
    expect(previews()[0]).toBe(shown[0]);
  });

  test("are moved from where a newcomer first saw them, also when they hear of the gesture before", () => {
    board.clear();
    from(2, beginTransform(1, [a]), move(5));
    expect(previews()).toEqual([]);
    put("a", { kind: "rectangle", at: [100, 0] });
    presence.committed([a]);
    expect(places()).toEqual([["a", 105]]);
    put("a", { kind: "rectangle", at: [105, 0] });
    expect(places()).toEqual([["a", 105]]);
  });

  test.each([
    ["cancel", () => from(2, cancel)],
    ["their leaving", () => leaves(2)],
    ["3 s without a word", () => clock.advance(3000)],
  ])("fall back at %s", (_, happen) => {
    from(2, beginTransform(1, [a]), move(5));
    happen();
    expect(previews()).toEqual([]);
    expect(presence.lifted().size).toBe(0);
    expect(changes).toBe(2);
  });
});

describe("shapes that others are about to erase", () => {
  const beginErase: LiveBegin = { kind: "begin", gesture: 1, what: "erase" };
  const mark = (...shapes: string[]): LiveEntry => ({
    kind: "erase",
    gesture: 1,
    shapes: shapes.map(asShapeId),
  });

  test("add up, of all who erase", () => {
    from(2, beginErase, mark("a"), mark("b"));
    from(3, beginErase, mark("b", "c"));
    expect(presence.faded()).toEqual(new Set(["a", "b", "c"]));
    from(3, end);
    expect(presence.faded()).toEqual(new Set(["a", "b"]));
    from(2, cancel);
    expect(presence.faded().size).toBe(0);
  });

  test("are the same set while nothing changes, and a repeated mark is no change", () => {
    from(2, beginErase, mark("a", "b"));
    const faded = presence.faded();
    from(2, mark("b"));
    expect(presence.faded()).toBe(faded);
    expect(changes).toBe(1);
  });
});

describe("others' lasers", () => {
  const beginLaser: LiveBegin = { kind: "begin", gesture: 1, what: "laser" };
  const points = (...places: number[]): LiveEntry => ({
    kind: "laser",
    gesture: 1,
    points: places.map((x) => boardPoint(x, 0)),
  });
  const trails = () =>
    [...presence.lasers()].map((trail) => trail.points.map(({ x }) => x));

  test("leave a trail in their colour that knows when each point came", () => {
    from(2, beginLaser, points(1));
    const [trail] = presence.lasers();
    const came = clock.now();
    clock.advance(100);
    from(2, points(2, 3));
    expect([...presence.lasers()]).toEqual([trail]);
    expect([...presence.lasers()][0]).toBe(trail);
    expect(trail).toEqual({
      colour: "#1971c2",
      points: [
        { x: 1, y: 0, time: came },
        { x: 2, y: 0, time: came + 100 },
        { x: 3, y: 0, time: came + 100 },
      ],
    });
  });

  test("fade a second after their last point, with or without an end", () => {
    from(2, beginLaser, points(1));
    clock.advance(900);
    from(2, end, points(2));
    clock.advance(900);
    expect(trails()).toEqual([[1, 2]]);
    clock.advance(100);
    expect(trails()).toEqual([]);
    expect(changes).toBe(3);
    expect(clock.pending).toBe(0);
    from(2, points(3));
    expect(trails()).toEqual([]);
  });

  test("that are held still go on where they move again", () => {
    from(2, beginLaser, points(1));
    clock.advance(5000);
    from(2, points(2));
    expect(trails()).toEqual([[2]]);
  });

  test("fade while a stroke is shown for longer", () => {
    from(3, begin, stroke(0, 1));
    from(2, beginLaser, points(1));
    clock.advance(1000);
    expect(trails()).toEqual([]);
    expect(xs()).toEqual([[1]]);
  });

  test("go at once when they are cancelled or their owner leaves", () => {
    from(2, beginLaser, points(1), cancel);
    from(3, beginLaser, points(1));
    leaves(3);
    expect(trails()).toEqual([]);
  });
});

describe("others' carets", () => {
  const caret = (anchor: number, head: number): LiveEntry => ({
    kind: "caret",
    gesture: 1,
    anchor: new Uint8Array([anchor]),
    head: new Uint8Array([head]),
  });
  const beginTyping: LiveBegin = {
    kind: "begin",
    gesture: 1,
    what: "typing",
    shape,
  };

  test("stand where their places in the text are now", () => {
    textIndexes.set(1, 4).set(2, 9);
    from(2, beginTyping, caret(1, 2));
    const shown = { slot: 2, shape, name: "Person 2", colour: "#1971c2" };
    expect([...presence.carets()]).toEqual([{ ...shown, anchor: 4, head: 9 }]);
    textIndexes.set(2, 12);
    expect([...presence.carets()]).toEqual([{ ...shown, anchor: 4, head: 12 }]);
    from(2, caret(1, 2));
    expect(changes).toBe(1);
    from(2, end);
    expect([...presence.carets()]).toEqual([]);
  });

  test("that stand nowhere are not shown", () => {
    textIndexes.set(1, 4);
    from(2, beginTyping, caret(1, 2));
    expect([...presence.carets()]).toEqual([]);
  });
});
