import { expect, test } from "vitest";

import { textOf, recordAt, recordsOf } from "@/core/board/shape-record";
import { BoardPerson, inkAt, sync } from "../../../support/board-person";

test("two people who start an empty note at once both keep what they write", () => {
  const [ana, ben] = [new BoardPerson("ana"), new BoardPerson("ben")];
  const id = ana.addNote();
  sync(ana, ben);
  ana.type(id, "ana");
  ben.type(id, "ben");
  sync(ana, ben);
  expect(["anaben", "benana"]).toContain(ana.reads(id));
  expect(ben.reads(id)).toBe(ana.reads(id));
});

test("two people who type in one note keep every letter", () => {
  const [ana, ben] = [new BoardPerson("ana"), new BoardPerson("ben")];
  const id = ana.addNote("0123456789");
  sync(ana, ben);
  for (let i = 0; i < 5; i++) {
    ana.type(id, "a", 2);
    ben.type(id, "b", 8);
  }
  sync(ana, ben);
  expect(ana.reads(id)).toBe("01aaaaa234567bbbbb89");
});

test("every shape that can carry text has one from its creation on, and no other has", () => {
  const ana = new BoardPerson("ana");
  const textIn = (id: string) => {
    const record = recordAt(recordsOf(ana.doc), ana.board.get(id as never)!.id);
    return record && textOf(record)?.toString();
  };
  const at = { x: 0, y: 0 };
  const size = { width: 10, height: 10 };
  const closed = { at, size, fill: undefined, text: "" };
  const label = { ...closed, kind: "rectangle" } as const;
  expect(textIn(ana.add(label))).toBe("");
  expect(textIn(ana.addNote())).toBe("");
  expect(textIn(ana.add(inkAt(0, 0)))).toBeUndefined();
});

test("an edit beyond the end of a text is cut to it", () => {
  const ana = new BoardPerson("ana");
  const id = ana.addNote("short");
  ana.board.change("type", (draft) => {
    draft.editText(id, { from: 3, to: 99, insert: "e" });
    draft.editText(id, { from: 99, to: 200, insert: "!" });
    draft.editText(id, { from: -5, to: -1, insert: "¡" });
    expect(draft.get(id)).toMatchObject({ text: "¡shoe!" });
  });
  expect(ana.reads(id)).toBe("¡shoe!");
});

test("typing into a shape without a text does nothing", () => {
  const ana = new BoardPerson("ana");
  const id = ana.add(inkAt(0, 0));
  ana.type(id, "hello");
  expect(ana.board.history.canUndo.get()).toBe(true);
  ana.undo();
  expect(ana.board.size).toBe(0);
});

test("a draft sees the text it has edited", () => {
  const ana = new BoardPerson("ana");
  const id = ana.addNote("one");
  ana.board.change("type", (draft) => {
    draft.editText(id, { from: 3, to: 3, insert: " two" });
    expect(draft.get(id)).toMatchObject({ text: "one two" });
  });
});
