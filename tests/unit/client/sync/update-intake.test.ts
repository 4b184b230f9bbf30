import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { UpdateIntake } from "@/client/sync/update-intake";
import type { Shape } from "@/core/shapes/shape";
import {
  addInk,
  addNote,
  addSeveral,
  moveShape,
  redo,
  removeShape,
  restoreShape,
  restyleShape,
  typeText,
  undo,
} from "../../../support/board-actions";
import { BoardPerson } from "../../../support/board-person";
import { boardSeeds } from "../../../support/board-seeds";
import { TestNetwork } from "../../../support/test-network";

/** A person whose document takes in slices of ten structs, one in each turn that the test gives it. */
function setUp() {
  const cleo = new BoardPerson("cleo");
  const turns: (() => void)[] = [];
  let time = 0;
  const intake = new UpdateIntake({
    doc: cleo.doc,
    now: () => (time += 1_000),
    nextTurn: (step) => turns.push(step),
    maxWhole: 100,
    sliceStructs: 10,
  });
  const turn = () => turns.shift()?.();
  const finish = () => {
    while (intake.isBusy) turn();
  };
  return { cleo, intake, turn, finish, turns };
}

const ACTIONS = [
  addInk,
  addNote,
  addSeveral,
  moveShape,
  restyleShape,
  typeText,
  removeShape,
  restoreShape,
  undo,
  redo,
];

/** All of somebody's document, as the server gives it, which keeps nothing that was deleted. */
function updateOf({ doc }: BoardPerson): Uint8Array {
  const room = new Y.Doc();
  Y.applyUpdate(room, Y.encodeStateAsUpdate(doc));
  return Y.encodeStateAsUpdate(room);
}

/** What several people have come to, as an update. */
function workOf(seed: number) {
  const network = new TestNetwork({ seed, replicas: 3 });
  network.act(60, ACTIONS);
  network.deliverAll();
  const [first] = network.people;
  return { update: updateOf(first!), board: first!.sees() };
}

const withoutText = (shape: Shape) => ({ ...shape, text: "" });

describe("the intake of updates", () => {
  test.each(boardSeeds())(
    "shows the board of an update in the end, and on the way nothing that is not on it, seed %i",
    (seed) => {
      const { update, board } = workOf(seed);
      const final = new Map(board.map((shape) => [shape.id, shape]));
      const { cleo, intake, turn } = setUp();
      let isDone = false;
      intake.take(update, "room", () => (isDone = true));
      for (; intake.isBusy; turn())
        for (const shape of cleo.sees())
          expect(withoutText(shape)).toEqual(withoutText(final.get(shape.id)!));
      expect(isDone).toBe(true);
      expect(cleo.sees()).toEqual(board);
      expect(cleo.problems).toEqual([]);
      expect(cleo.doc.store.pendingStructs).toBeNull();
    },
  );

  test("shows shapes before all of them are there, also those that were made in one go", () => {
    const ada = new BoardPerson("ada");
    ada.board.change("paste", (draft) => {
      for (let i = 0; i < 100; i++)
        draft.add({ kind: "note", at: { x: i + 1, y: 0 } });
    });
    const { cleo, intake, turn, finish } = setUp();
    const counts: number[] = [];
    cleo.board.observe(({ added, updated, removed, origin }) => {
      expect({ updated, removed, origin }).toEqual({
        updated: [],
        removed: [],
        origin: "remote",
      });
      counts.push(added.length);
    });
    intake.take(updateOf(ada), "room", () => {});
    for (let i = 0; i < 10; i++) turn();
    expect(cleo.sees().length).toBeGreaterThan(5);
    expect(cleo.sees().length).toBeLessThan(100);
    finish();
    expect(cleo.sees()).toEqual(ada.sees());
    expect(counts.length).toBeGreaterThan(10);
  });

  test("never shows what was deleted, nor a shape at a place that it has left", () => {
    const ada = new BoardPerson("ada");
    const ids = Array.from({ length: 30 }, (_, i) => ada.addNote("", i + 1, 1));
    for (const id of ids.slice(0, 10)) ada.remove(id);
    for (const id of ids.slice(10, 20)) ada.move(id, 500, 500);
    const { cleo, intake, turn } = setUp();
    intake.take(updateOf(ada), "room", () => {});
    const places = new Map(ada.sees().map(({ id, at }) => [id, at]));
    for (; intake.isBusy; turn())
      for (const { id, at } of cleo.sees()) expect(at).toEqual(places.get(id));
    expect(cleo.sees()).toEqual(ada.sees());
  });

  test("keeps the order of updates, the small ones too", () => {
    const ada = new BoardPerson("ada");
    const updates: Uint8Array[] = [];
    for (let i = 0; i < 30; i++) ada.addNote();
    ada.doc.on("update", (update: Uint8Array) => updates.push(update));
    const large = updateOf(ada);
    ada.move(ada.sees()[0]!.id, 7, 7);
    const { cleo, intake, finish } = setUp();
    const done: string[] = [];
    intake.take(large, "room", () => done.push("large"));
    intake.take(updates[0]!, "room", () => done.push("small"));
    expect(done).toEqual([]);
    finish();
    expect(done).toEqual(["large", "small"]);
    expect(cleo.sees()).toEqual(ada.sees());
    intake.take(updates[0]!, "room", () => done.push("at once"));
    expect(done.at(-1)).toBe("at once");
  });

  test("takes in what this person does meanwhile", () => {
    const ada = new BoardPerson("ada");
    for (let i = 0; i < 30; i++) ada.addNote("", i, i);
    const { cleo, intake, turn, finish } = setUp();
    intake.take(updateOf(ada), "room", () => {});
    for (let i = 0; i < 8; i++) turn();
    const own = cleo.addNote("mine");
    cleo.move(cleo.sees()[0]!.id, 900, 900);
    const removed = cleo.sees()[1]!.id;
    cleo.remove(removed);
    finish();
    expect(cleo.sees().map(({ id }) => id)).toContain(own);
    expect(cleo.sees().map(({ id }) => id)).not.toContain(removed);
    const fresh = new BoardPerson("dan");
    Y.applyUpdate(fresh.doc, Y.encodeStateAsUpdate(cleo.doc));
    expect(cleo.sees()).toEqual(fresh.sees());
  });

  test("goes on after one that cannot be read", () => {
    const ada = new BoardPerson("ada");
    for (let i = 0; i < 30; i++) ada.addNote();
    const { cleo, intake, finish } = setUp();
    const reported: unknown[] = [];
    const { error } = console;
    console.error = (...said: unknown[]) => reported.push(said);
    try {
      intake.take(new Uint8Array(200).fill(255), "room", () => {});
      intake.take(updateOf(ada), "room", () => {});
      finish();
    } finally {
      console.error = error;
    }
    expect(reported).toHaveLength(1);
    expect(cleo.sees()).toEqual(ada.sees());
  });

  test("does nothing more once it is disposed of", () => {
    const ada = new BoardPerson("ada");
    for (let i = 0; i < 30; i++) ada.addNote();
    const { cleo, intake, turns } = setUp();
    intake.take(updateOf(ada), "room", () => {
      throw new Error("It went on.");
    });
    intake.dispose();
    for (const turn of turns) turn();
    expect(cleo.sees().length).toBeLessThan(30);
  });
});
