import { describe, expect, test } from "vitest";

import { BoardPerson, noteAt, sync } from "../../../support/board-person";

describe("a step that is held open", () => {
  test("takes in everything that is changed until it is closed", () => {
    const ana = new BoardPerson("ana");
    const id = ana.addNote();
    const end = ana.board.history.beginStep();
    ana.type(id, "h");
    ana.type(id, "i", 1);
    ana.move(id, 9, 9);
    end();
    expect(ana.board.history.depth).toBe(2);
    ana.undo();
    expect(ana.reads(id)).toBe("");
    expect(ana.board.get(id)).toMatchObject({ at: { x: 0, y: 0 } });
    ana.redo();
    expect(ana.reads(id)).toBe("hi");
  });

  test("leaves alone what came before it, and what comes after", () => {
    const ana = new BoardPerson("ana");
    const id = ana.addNote("before");
    ana.board.history.beginStep()();
    ana.move(id, 1, 1);
    ana.move(id, 2, 2);
    expect(ana.board.history.depth).toBe(3);
    ana.undo();
    expect(ana.board.get(id)).toMatchObject({ at: { x: 1, y: 1 } });
  });

  test("closes once", () => {
    const ana = new BoardPerson("ana");
    const end = ana.board.history.beginStep();
    const id = ana.addNote();
    end();
    const second = ana.board.history.beginStep();
    end();
    ana.move(id, 1, 1);
    ana.move(id, 2, 2);
    second();
    expect(ana.board.history.depth).toBe(2);
  });

  test("in which nothing happens is none", () => {
    const { board } = new BoardPerson("ana");
    board.history.beginStep()();
    expect(board.history.depth).toBe(0);
    expect(board.history.canUndo.get()).toBe(false);
  });
});

describe("rolling back", () => {
  test("takes back what was done since a mark, and redo does not bring it back", () => {
    const ana = new BoardPerson("ana");
    const kept = ana.addNote("kept");
    const mark = ana.board.history.depth;
    ana.addNote("begun");
    ana.move(kept, 5, 5);
    ana.board.history.rollBack(mark);
    expect(ana.sees()).toMatchObject([{ id: kept, at: { x: 0, y: 0 } }]);
    expect(ana.board.history.canRedo.get()).toBe(false);
    expect(ana.redo()).toBe(false);
    expect(ana.sees()).toHaveLength(1);
    ana.undo();
    expect(ana.sees()).toEqual([]);
  });

  test("also takes back a step that is still open", () => {
    const ana = new BoardPerson("ana");
    const mark = ana.board.history.depth;
    const end = ana.board.history.beginStep();
    const id = ana.addNote();
    ana.type(id, "begun");
    ana.board.history.rollBack(mark);
    end();
    expect(ana.sees()).toEqual([]);
    expect(ana.board.history.depth).toBe(mark);
  });

  test("to where one is does nothing but forget what could be redone", () => {
    const ana = new BoardPerson("ana");
    ana.addNote();
    ana.addNote();
    ana.undo();
    ana.board.history.rollBack(ana.board.history.depth);
    expect(ana.sees()).toHaveLength(1);
    expect(ana.board.history.canRedo.get()).toBe(false);
  });

  test("leaves what others have done since", () => {
    const [ana, ben] = [new BoardPerson("ana"), new BoardPerson("ben")];
    const id = ana.addNote();
    sync(ana, ben);
    const mark = ana.board.history.depth;
    ana.move(id, 5, 5);
    ana.recolour(id, "#e03131");
    sync(ana, ben);
    ben.move(id, 7, 7);
    ben.add(noteAt(1, 1, "of Ben"));
    sync(ana, ben);
    ana.board.history.rollBack(mark);
    expect(ana.board.get(id)).toMatchObject({
      at: { x: 7, y: 7 },
      stroke: "#1e1e1e",
    });
    expect(ana.sees()).toHaveLength(2);
  });
});
