import * as Y from "yjs";
import { describe, expect, test } from "vitest";

import { asShapeId } from "@/core/base/ids";
import { randomInteger, randomItem, seededRandom } from "@/core/base/random";
import { recordAt, recordsOf } from "@/core/board/shape-record";
import { encodeInk } from "@/core/shapes/ink/ink-codec";
import { paintBox } from "@/core/shapes/placed-shape";
import { shapeKinds } from "@/core/shapes/shape-kinds";
import { BoardPerson } from "../../../support/board-person";
import { boardSeeds } from "../../../support/board-seeds";

/** Puts a record into the document as some other program might. */
function put(person: BoardPerson, id: string, values: Record<string, unknown>) {
  recordsOf(person.doc).set(id, new Y.Map(Object.entries(values)));
  return person.board.get(asShapeId(id));
}

const DOT = encodeInk({
  points: [{ x: 0, y: 0, pressure: 0.5 }],
  hasPressure: false,
});

describe("a record", () => {
  const NEEDING_POINTS = ["ink", "highlight"];
  test.each(
    Object.values(shapeKinds).filter(
      ({ name }) => !NEEDING_POINTS.includes(name),
    ),
  )(
    "of the kind $name may lack every other key",
    ({ name, defaultStrokeWidth }) => {
      const ana = new BoardPerson("ana");
      expect(put(ana, "x", { kind: name, shown: true })).toMatchObject({
        at: { x: 0, y: 0 },
        angle: 0,
        index: "a0",
        parent: undefined,
        locked: false,
        opacity: 1,
        stroke: "#1e1e1e",
        strokeWidth: defaultStrokeWidth,
      });
      expect(ana.problems).toEqual([]);
    },
  );

  test.each(NEEDING_POINTS)("of %s needs its points", (kind) => {
    const ana = new BoardPerson("ana");
    expect(put(ana, "a", { kind, shown: true })).toBeUndefined();
    expect(put(ana, "b", { kind, shown: true, points: DOT })).toBeDefined();
    expect(ana.problems).toEqual([{ id: "a", reason: "missing properties" }]);
  });

  test("with nonsense in some keys is shown with their defaults", () => {
    const ana = new BoardPerson("ana");
    const shape = put(ana, "x", {
      kind: "note",
      shown: true,
      at: [1, "2"],
      size: [-5, 10],
      index: "!",
      angle: 100,
      parent: 5,
      locked: "yes",
      font: "comic",
      opacity: 7,
      stroke: "red",
      strokeWidth: null,
      fill: 3,
      text: "not a Y.Text",
      author: { name: "ana" },
    });
    expect(shape).toEqual({
      kind: "note",
      id: "x",
      at: { x: 0, y: 0 },
      angle: 0,
      parent: undefined,
      locked: false,
      size: { width: 200, height: 200 },
      font: "sans",
      fontSize: 28,
      align: "center",
      index: "a0",
      opacity: 1,
      stroke: "#1e1e1e",
      strokeWidth: 2,
      fill: "#ffec99",
      text: "",
      author: undefined,
    });
  });

  test("is not shown before its creation is finished, and that is no problem", () => {
    const ana = new BoardPerson("ana");
    expect(put(ana, "x", { kind: "note" })).toBeUndefined();
    expect(put(ana, "y", { kind: "note", shown: "yes" })).toBeUndefined();
    expect(ana.problems).toEqual([]);
  });

  test("of an unknown kind is passed over, reported once, and kept", () => {
    const ana = new BoardPerson("ana");
    put(ana, "x", { kind: "hologram", shown: true, depth: 3 });
    put(ana, "y", { kind: "constructor", shown: true });
    const record = recordAt(recordsOf(ana.doc), asShapeId("x"));
    record?.set("depth", 4);
    ana.addNote();
    expect(ana.board.size).toBe(1);
    expect(record?.toJSON()).toEqual({
      kind: "hologram",
      shown: true,
      depth: 4,
    });
    expect(ana.problems).toEqual([
      { id: "x", reason: "unknown kind" },
      { id: "y", reason: "unknown kind" },
    ]);
  });

  test("that is none at all is passed over and reported", () => {
    const ana = new BoardPerson("ana");
    for (const [i, value] of [1, null, [], {}, "note"].entries()) {
      recordsOf(ana.doc).set(String(i), value);
    }
    recordsOf(ana.doc).set("list", new Y.Array());
    expect(ana.board.size).toBe(0);
    expect(ana.problems.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 6 }, () => "not a record"),
    );
    const id = asShapeId("0");
    ana.move(id, 1, 1);
    ana.remove(id);
    expect(ana.board.size).toBe(0);
  });

  test("keeps keys that this version does not know through every edit", () => {
    const ana = new BoardPerson("ana");
    const id = asShapeId("x");
    put(ana, id, { kind: "note", shown: true, sparkle: 11 });
    ana.move(id, 3, 3);
    ana.recolour(id, "#e03131");
    const record = recordAt(recordsOf(ana.doc), id);
    expect(record?.get("sparkle")).toBe(11);
  });
});

const KEYS =
  "kind shown at angle parent locked size index opacity stroke strokeWidth fill fillStyle dash radius text font fontSize align wrap tip points author deleted:x".split(
    " ",
  );
const GARBAGE: readonly (() => unknown)[] = [
  ...[undefined, null, true, NaN, Infinity, -1, 0.5, 1e300].map((v) => () => v),
  ...[
    "",
    "ink",
    "note",
    "arrow",
    "text",
    "dashed",
    "hatch",
    "__proto__",
    "#12345g",
  ].map((v) => () => v),
  ...[[], [1], [1, 2], [NaN, 1], [{}, []], {}, { x: 1 }].map((v) => () => v),
  () => "x".repeat(100_000),
  () => new Uint8Array(),
  () => new Uint8Array([1, 255, 255, 255, 255, 255, 255, 255, 255, 255]),
  () => DOT.slice(0, 2),
  () => DOT,
  () => new Y.Map(),
  () => new Y.Array(),
  () => new Y.Text("text"),
  // Each the parent of another, at times in circles.
  ...["0", "1", "2", "frame", "group"].map((v) => () => v),
];

test.each(boardSeeds())(
  "garbage in records throws nowhere, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    const ana = new BoardPerson("ana", random);
    for (let i = 0; i < 60; i++) {
      const record = new Y.Map<unknown>();
      const id = String(randomInteger(random, 30));
      recordsOf(ana.doc).set(id, record);
      record.set("kind", randomItem(random, Object.keys(shapeKinds)));
      record.set("shown", true);
      for (let n = randomInteger(random, 8); n > 0; n--) {
        record.set(randomItem(random, KEYS), randomItem(random, GARBAGE)());
      }
      ana.move(asShapeId(id), i, i);
      ana.type(asShapeId(id), "typed");
      if (random.next() < 0.3) ana.undo();
      for (const box of ana.sees().map(paintBox))
        expect(box.minX).toBeLessThanOrEqual(box.maxX);
    }
  },
);
