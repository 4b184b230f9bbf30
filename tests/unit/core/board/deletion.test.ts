import { expect, test } from "vitest";

import { recordAt, recordsOf } from "@/core/board/shape-record";
import { boardPoint } from "@/core/geometry/point";
import { binOf } from "../../../support/board-actions";
import { BoardPerson, catchUp, sync } from "../../../support/board-person";

function people() {
  const [ana, ben, cleo] = ["ana", "ben", "cleo"].map(
    (name) => new BoardPerson(name),
  ) as [BoardPerson, BoardPerson, BoardPerson];
  return { ana, ben, cleo, sync: () => sync(ana, ben, cleo) };
}

test("a deleted shape is off the board, and its record stays", () => {
  const { ana, ben, sync } = people();
  const id = ana.addNote("keep me");
  sync();
  ben.remove(id);
  sync();
  expect(ana.sees()).toEqual([]);
  expect(ana.board.size).toBe(0);
  expect(binOf(ana)).toEqual([id]);
  expect(recordAt(recordsOf(ana.doc), id)?.get("deleted:ben")).toBe(
    ben.clock.now(),
  );
});

test("when two people delete at once, the undo of one leaves it deleted for the other", () => {
  const { ana, ben, cleo, sync } = people();
  const id = cleo.addNote();
  sync();
  ana.remove(id);
  ben.remove(id);
  sync();
  ana.undo();
  sync();
  expect(cleo.board.get(id)).toBeUndefined();
  ben.undo();
  sync();
  expect(cleo.board.get(id)).toBeDefined();
});

test("deleting what another has deleted already takes both to bring it back", () => {
  const { ana, ben, sync } = people();
  const id = ana.addNote();
  sync();
  ana.remove(id);
  sync();
  ben.remove(id);
  sync();
  ana.undo();
  sync();
  expect(ana.board.get(id)).toBeUndefined();
  ben.undo();
  sync();
  expect(ana.board.get(id)).toBeDefined();
});

test("restoring takes a shape out of the bin whoever put it there", () => {
  const { ana, ben, cleo, sync } = people();
  const id = cleo.addNote();
  sync();
  ana.remove(id);
  ben.remove(id);
  sync();
  cleo.restore(id);
  sync();
  for (const { board } of [ana, ben, cleo]) expect(board.size).toBe(1);
});

test("the undo of a deletion that somebody restored is consumed, not passed on to the step before", () => {
  const { ana, ben, sync } = people();
  const id = ana.addNote();
  ana.move(id, 9, 9);
  ana.remove(id);
  sync();
  ben.restore(id);
  sync();
  expect(ana.undo()).toBe(true);
  expect(ana.board.get(id)?.at).toEqual(boardPoint(9, 9));
  expect(ana.undo()).toBe(true);
  expect(ana.board.get(id)?.at).toEqual(boardPoint(0, 0));
});

test("the undo of a deletion of two shapes brings back the one that nobody restored", () => {
  const { ana, ben, sync } = people();
  const [one, two] = [ana.addNote(), ana.addNote()];
  ana.remove(one, two);
  sync();
  ben.restore(one);
  sync();
  expect(ana.undo()).toBe(true);
  expect(ana.board.size).toBe(2);
});

test("undoing a creation does not take away what another deleted and so keeps in their bin", () => {
  const { ana, ben, sync } = people();
  const id = ana.addNote();
  sync();
  ben.remove(id);
  sync();
  expect(ana.undo()).toBe(false);
  ben.undo();
  sync();
  expect(ana.board.get(id)).toBeDefined();
});

test("an edit made while somebody deletes the shape shows when it is restored", () => {
  const { ana, ben } = people();
  const id = ana.addNote();
  sync(ana, ben);
  ana.remove(id);
  catchUp(ana.doc, ben.doc);
  ben.move(id, 4, 5);
  sync(ana, ben);
  ana.undo();
  expect(ana.board.get(id)?.at).toEqual(boardPoint(4, 5));
});

test("deleting twice is one deletion, with the time of the first", () => {
  const { ana } = people();
  const id = ana.addNote();
  ana.remove(id);
  const time = ana.clock.now();
  ana.clock.advance(1000);
  ana.remove(id);
  expect(recordAt(recordsOf(ana.doc), id)?.get("deleted:ana")).toBe(time);
  ana.undo();
  expect(ana.board.get(id)).toBeDefined();
});
