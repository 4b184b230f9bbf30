import { describe, expect, test } from "vitest";

import { boardPoint } from "@/core/geometry/point";
import {
  BoardPerson,
  catchUp,
  noteAt,
  sync,
} from "../../../support/board-person";

function people() {
  const [ana, ben, cleo] = [
    new BoardPerson("ana"),
    new BoardPerson("ben"),
    new BoardPerson("cleo"),
  ];
  return { ana, ben, cleo, sync: () => sync(ana, ben, cleo) };
}

describe("undo of one's own changes", () => {
  test("takes back one gesture at a time, and redo brings it back", () => {
    const { ana } = people();
    const id = ana.addNote("hello");
    ana.move(id, 5, 6);
    ana.recolour(id, "#e03131");
    const before = ana.sees();

    expect(ana.undo()).toBe(true);
    expect(ana.board.get(id)).toMatchObject({ at: { x: 5, y: 6 } });
    expect(ana.board.get(id)?.stroke).toBe("#1e1e1e");
    expect(ana.undo()).toBe(true);
    expect(ana.board.get(id)?.at).toEqual(boardPoint(0, 0));
    expect(ana.undo()).toBe(true);
    expect(ana.sees()).toEqual([]);
    expect(ana.undo()).toBe(false);

    while (ana.redo());
    expect(ana.sees()).toEqual(before);
  });

  test("takes back all edits of one change together", () => {
    const { ana } = people();
    const old = ana.addNote();
    ana.board.change("paste", (draft) => {
      draft.add(noteAt(1, 1));
      draft.add(noteAt(2, 2));
      draft.set(old, { opacity: 0.5 });
    });
    expect(ana.sees()).toHaveLength(3);
    ana.undo();
    expect(ana.sees()).toMatchObject([{ id: old, opacity: 1 }]);
    ana.redo();
    expect(ana.sees()).toHaveLength(3);
  });

  test("tells whether there is something to undo or to redo", () => {
    const { ana } = people();
    const { canUndo, canRedo } = ana.board.history;
    const states = () => [canUndo.get(), canRedo.get()];
    expect(states()).toEqual([false, false]);
    ana.addNote();
    expect(states()).toEqual([true, false]);
    ana.undo();
    expect(states()).toEqual([false, true]);
    ana.redo();
    expect(states()).toEqual([true, false]);
    ana.undo();
    ana.addNote();
    expect(states()).toEqual([true, false]);
  });

  test("leaves alone what the board held before", () => {
    const { ana, ben } = people();
    ben.addNote("ben's");
    sync(ana, ben);
    expect(ana.undo()).toBe(false);
    expect(ana.sees()).toHaveLength(1);
  });

  test("takes back a deletion, and redo makes it again", () => {
    const { ana } = people();
    const id = ana.addNote();
    ana.remove(id);
    ana.undo();
    expect(ana.board.get(id)).toBeDefined();
    ana.redo();
    expect(ana.board.get(id)).toBeUndefined();
  });

  test("takes back a restoring: the shape is as deleted as it was, by the same people", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote();
    sync();
    ana.remove(id);
    sync();
    ben.restore(id);
    sync();
    expect(ana.board.get(id)).toBeDefined();
    ben.undo();
    sync();
    expect(ana.board.get(id)).toBeUndefined();
    ana.restore(id);
    sync();
    expect(ben.board.get(id)).toBeDefined();
  });
});

describe("undo beside others", () => {
  test("does not touch a property that another person changed since", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote();
    ana.move(id, 1, 1);
    sync();
    ben.move(id, 2, 2);
    sync();
    while (ana.undo());
    sync();
    expect(ben.board.get(id)?.at).toEqual(boardPoint(2, 2));
  });

  test("takes back the other properties of the same step", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote();
    ana.board.change("edit", (draft) =>
      draft.set(id, { at: boardPoint(1, 1), stroke: "#e03131" }),
    );
    sync();
    ben.move(id, 2, 2);
    sync();
    ana.undo();
    expect(ana.board.get(id)).toMatchObject({
      at: { x: 2, y: 2 },
      stroke: "#1e1e1e",
    });
  });

  test("stops at another's value that a later change of mine had covered", () => {
    const { ana, ben, sync } = people();
    const id = ben.addNote();
    sync();
    ana.recolour(id, "#111111");
    sync();
    ben.recolour(id, "#222222");
    sync();
    ana.recolour(id, "#333333");
    expect(ana.undo()).toBe(true);
    expect(ana.board.get(id)?.stroke).toBe("#222222");
    expect(ana.undo()).toBe(false);
    expect(ana.board.get(id)?.stroke).toBe("#222222");
    expect(ana.redo()).toBe(true);
    expect(ana.board.get(id)?.stroke).toBe("#333333");
  });

  test("does not put back what another has set to the default since", () => {
    const { ana, ben, sync } = people();
    const id = ben.addNote();
    ben.recolour(id, "#e03131");
    sync();
    ana.recolour(id, "#1971c2");
    sync();
    ben.recolour(id, "#1e1e1e");
    sync();
    expect(ana.undo()).toBe(false);
    expect(ana.board.get(id)?.stroke).toBe("#1e1e1e");
  });

  test.each([
    ["mine won", 1, 2],
    ["the other's won", 2, 1],
  ])(
    "after two moves at once, of which %s, never sends the shape to the origin",
    (_, anasClient, bensClient) => {
      const { ana, ben } = people();
      ana.doc.clientID = anasClient;
      ben.doc.clientID = bensClient;
      const id = ana.addNote("", 50, 60);
      sync(ana, ben);
      ana.move(id, 1, 1);
      ben.move(id, 2, 2);
      sync(ana, ben);
      const before = ben.board.get(id)?.at;
      ana.undo();
      sync(ana, ben);
      const after = ben.board.get(id)?.at;
      expect(after).toEqual(ana.board.get(id)?.at);
      expect(after).toEqual(
        before?.x === 2 ? { x: 2, y: 2 } : { x: 50, y: 60 },
      );
    },
  );

  test("falls through a step that others' later work has emptied", () => {
    const { ana, ben, sync } = people();
    const first = ana.addNote();
    const second = ana.addNote();
    ana.move(first, 1, 1);
    ana.move(second, 1, 1);
    sync();
    ben.move(second, 2, 2);
    sync();
    expect(ana.undo()).toBe(true);
    expect(ana.board.get(second)?.at).toEqual(boardPoint(2, 2));
    expect(ana.board.get(first)?.at).toEqual(boardPoint(0, 0));
  });

  test("does not hide a note of mine that another wrote into", () => {
    const { ana, ben, sync } = people();
    const earlier = ana.addNote();
    const id = ana.addNote();
    sync();
    ben.type(id, "ben was here");
    sync();
    expect(ana.undo()).toBe(true);
    expect(ana.reads(id)).toBe("ben was here");
    expect(ana.board.get(earlier)).toBeUndefined();
  });

  test("takes the note away again once the other took back what they wrote", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote();
    sync();
    ben.type(id, "never mind");
    sync();
    ben.undo();
    sync();
    expect(ana.undo()).toBe(true);
    expect(ana.board.get(id)).toBeUndefined();
  });

  test("does not hide a shape of mine that shows a value of another's which I covered and gave back", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote();
    sync();
    ben.recolour(id, "#222222");
    sync();
    ana.recolour(id, "#333333");
    ana.undo();
    expect(ana.undo()).toBe(false);
    expect(ana.board.get(id)?.stroke).toBe("#222222");
  });

  test("does not hide a note of mine in which I deleted and gave back another's letters", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote("mine ");
    sync();
    ben.type(id, "ben's", 5);
    sync();
    ana.erase(id, 2, 10);
    ana.undo();
    expect(ana.reads(id)).toBe("mine ben's");
    expect(ana.undo()).toBe(false);
    expect(ana.reads(id)).toBe("mine ben's");
  });

  test("what another adds to a shape while its creation is being undone survives the redo", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote("ana");
    sync();
    ana.undo();
    ben.type(id, "ben and ");
    ben.move(id, 7, 7);
    sync();
    expect(ben.board.get(id)).toBeUndefined();
    ana.redo();
    sync();
    expect(ben.board.get(id)).toMatchObject({
      text: "ben and ana",
      at: { x: 7, y: 7 },
    });
  });

  test("takes only my letters out of a text that two people write", () => {
    const { ana, ben, sync } = people();
    const id = ben.addNote("--");
    sync();
    ana.type(id, "ana", 1);
    ben.type(id, "ben", 1);
    sync();
    ana.undo();
    sync();
    expect(ben.reads(id)).toBe("-ben-");
  });

  test("works after Yjs gave the document another client id", () => {
    const { ana, ben, sync } = people();
    const id = ana.addNote("ana");
    sync();
    const { clientID } = ana.doc;
    const twin = new BoardPerson("twin");
    catchUp(ana.doc, twin.doc);
    twin.doc.clientID = clientID;
    twin.type(id, "twin");
    catchUp(twin.doc, ana.doc);
    sync();
    expect(ana.doc.clientID).not.toBe(clientID);

    expect(ana.undo()).toBe(false);
    expect(ana.reads(id)).toContain("twin");
    const next = ana.addNote("next");
    ana.move(next, 3, 3);
    sync();
    expect(ana.undo()).toBe(true);
    expect(ana.board.get(next)?.at).toEqual(boardPoint(0, 0));
    expect(ana.undo()).toBe(true);
    sync();
    expect(ben.board.get(next)).toBeUndefined();
  });
});
