import * as Y from "yjs";
import { describe, expect, test } from "vitest";

import { asShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import type { BoardChange } from "@/core/board/board-change";
import { ReadOnlyBoardError, metaOf } from "@/core/board/schema";
import { recordAt, recordsOf } from "@/core/board/shape-record";
import { boardPoint } from "@/core/geometry/point";
import {
  BoardPerson,
  catchUp,
  inkAt,
  noteAt,
  sync,
} from "../../../support/board-person";

const NOBODY = asShapeId("nobody");

/** What the document stores of a shape. */
const storedKeys = ({ doc }: BoardPerson, id: string) =>
  [...(recordAt(recordsOf(doc), asShapeId(id))?.keys() ?? [])].sort();

describe("change", () => {
  test("adds shapes that everybody reads alike", () => {
    const [ana, ben] = [new BoardPerson("ana"), new BoardPerson("ben")];
    const id = ana.add({ ...inkAt(3, 4), stroke: "#e03131", strokeWidth: 4 });
    sync(ana, ben);
    expect(ana.board.get(id)).toMatchObject({
      kind: "ink",
      at: { x: 3, y: 4 },
      author: "ana",
      stroke: "#e03131",
      strokeWidth: 4,
      opacity: 1,
      hasPressure: true,
    });
    expect(ben.sees()).toEqual(ana.sees());
    expect(ben.board.size).toBe(1);
  });

  test("stores no property that is at its default", () => {
    const ana = new BoardPerson("ana");
    const keys = ["author", "index", "kind", "shown", "text"];
    expect(storedKeys(ana, ana.addNote())).toEqual(keys);
    const id = ana.addNote("", 5, 5);
    ana.recolour(id, "#e03131");
    expect(storedKeys(ana, id)).toEqual(["at", ...keys, "stroke"].sort());
    ana.recolour(id, "#1e1e1e");
    ana.move(id, 0, 0);
    expect(storedKeys(ana, id)).toEqual(keys);
  });

  test("writes only the properties that differ, so that others' edits of the rest stay", () => {
    const [ana, ben] = [new BoardPerson("ana"), new BoardPerson("ben")];
    const id = ana.addNote();
    sync(ana, ben);
    ben.move(id, 8, 8);
    ana.board.change("edit", (draft) =>
      draft.set(id, {
        at: boardPoint(0, 0),
        fill: "#a5d8ff",
        size: { width: 90, height: 80 },
      }),
    );
    sync(ana, ben);
    expect(ana.board.get(id)).toMatchObject({
      at: { x: 8, y: 8 },
      fill: "#a5d8ff",
      size: { width: 90, height: 80 },
    });
  });

  test("changes nothing when the edit throws", () => {
    const ana = new BoardPerson("ana");
    const id = ana.addNote();
    const before = Y.encodeStateAsUpdate(ana.doc);
    const failing = () =>
      ana.board.change("edit", (draft) => {
        draft.add(noteAt(1, 1));
        draft.remove(id);
        throw new Error("no");
      });
    expect(failing).toThrow("no");
    expect(Y.encodeStateAsUpdate(ana.doc)).toEqual(before);
    expect(ana.board.size).toBe(1);
  });

  test("leaves no undo step when nothing differs", () => {
    const ana = new BoardPerson("ana");
    const id = ana.addNote("", 5, 5);
    ana.undo();
    ana.redo();
    ana.move(id, 5, 5);
    ana.restore(id);
    ana.board.change("nothing", () => {});
    ana.undo();
    expect(ana.board.size).toBe(0);
  });

  test("does nothing to a shape that is not there", () => {
    const ana = new BoardPerson("ana");
    ana.move(NOBODY, 1, 1);
    ana.type(NOBODY, "x");
    ana.remove(NOBODY);
    ana.restore(NOBODY);
    expect(ana.doc.store.clients.size).toBe(0);
  });

  test("refuses shapes that nobody could read", () => {
    const ana = new BoardPerson("ana");
    const id = ana.addNote();
    expect(() => ana.add({ ...inkAt(0, 0), at: boardPoint(NaN, 0) })).toThrow(
      RangeError,
    );
    const empty = { kind: "ink", points: [], hasPressure: false } as const;
    expect(() => ana.add({ ...empty, at: boardPoint(0, 0) })).toThrow(
      RangeError,
    );
    expect(() => ana.move(id, Infinity, 0)).toThrow(RangeError);
    expect(ana.sees()).toMatchObject([{ id, at: { x: 0, y: 0 } }]);
  });

  test("refuses an id that is taken, be it by a deleted shape", () => {
    const ana = new BoardPerson("ana");
    const id = ana.addNote();
    ana.remove(id);
    expect(() => ana.add({ ...noteAt(0, 0), id })).toThrow(RangeError);
  });

  test("takes the caller's id, and shows the draft's own edits in it", () => {
    const ana = new BoardPerson("ana");
    const id = asShapeId("preview-1");
    const other = ana.addNote();
    ana.board.change("draw", (draft) => {
      expect(draft.add({ ...noteAt(1, 1), id })).toBe(id);
      draft.set(id, { at: boardPoint(2, 2) });
      draft.editText(id, { from: 0, to: 0, insert: "hi" });
      expect(draft.get(id)).toMatchObject({ at: { x: 2, y: 2 }, text: "hi" });
      draft.remove(other);
      expect(draft.get(other)).toBeUndefined();
      draft.restore(other);
      expect(draft.get(other)).toBeDefined();
      const passing = draft.add(noteAt(9, 9));
      draft.remove(passing);
      expect(draft.get(passing)).toBeUndefined();
    });
    expect(ana.board.get(id)).toMatchObject({ at: { x: 2, y: 2 }, text: "hi" });
    expect(ana.board.size).toBe(2);
  });

  test("adds on top of everything, in the order of adding", () => {
    const ana = new BoardPerson("ana");
    const first = ana.addNote();
    const ids = [first];
    ana.board.change("add", (draft) => {
      for (let i = 0; i < 3; i++) ids.push(draft.add(noteAt(i, i)));
    });
    ids.push(ana.addNote());
    expect(ana.sees().map(({ id }) => id)).toEqual(ids);
  });
});

describe("observe", () => {
  function observed() {
    const [ana, ben] = [new BoardPerson("ana"), new BoardPerson("ben")];
    const changes: BoardChange[] = [];
    ana.board.observe((change) => changes.push(change));
    return { ana, ben, changes };
  }

  test("tells once of each change of one's own, and why it was made", () => {
    const { ana, changes } = observed();
    const id = ana.addNote();
    ana.move(id, 1, 1);
    ana.remove(id);
    ana.restore(id);
    const local = { origin: "local", added: [], updated: [], removed: [] };
    expect(changes).toEqual([
      { ...local, reason: "add", added: [id] },
      { ...local, reason: "move", updated: [id] },
      { ...local, reason: "delete", removed: [id] },
      { ...local, reason: "restore", added: [id] },
    ]);
  });

  test("tells of what others did, and of undo", () => {
    const { ana, ben, changes } = observed();
    const id = ben.addNote();
    sync(ana, ben);
    ana.type(id, "x");
    ana.undo();
    const none = { reason: undefined, added: [], updated: [], removed: [] };
    expect(changes).toEqual([
      { ...none, origin: "remote", added: [id] },
      { ...none, origin: "local", reason: "type", updated: [id] },
      { ...none, origin: "undo", updated: [id] },
    ]);
  });

  test("says nothing when a change cannot be seen", () => {
    const { ana, ben, changes } = observed();
    const id = ana.addNote();
    sync(ana, ben);
    ana.remove(id);
    changes.length = 0;
    ben.move(id, 5, 5);
    ben.remove(id);
    metaOf(ben.doc).set("title", "Plans");
    sync(ana, ben);
    expect(changes).toEqual([]);
  });

  test("shows the change when the listener is called", () => {
    const { ana } = observed();
    const sizes: number[] = [];
    ana.board.observe(() => sizes.push(ana.sees().length));
    ana.addNote();
    ana.addNote();
    ana.undo();
    expect(sizes).toEqual([1, 2, 1]);
  });

  test("a listener that throws disturbs neither the board nor the others, and its error comes out", () => {
    const { ana, ben, changes } = observed();
    ana.board.observe(() => {
      throw new Error("listener");
    });
    const later: BoardChange[] = [];
    ana.board.observe((change) => later.push(change));
    ana.addNote();
    ana.undo();
    ana.redo();
    ben.addNote();
    sync(ana, ben);
    expect(later).toEqual(changes);
    expect(ana.sees()).toEqual(ben.sees());
    expect(ana.undo()).toBe(true);
    expect(() => ana.clock.advance(0)).toThrow("listener");
  });

  test("a listener may change the board in turn", () => {
    const { ana } = observed();
    ana.board.observe(({ added }) => {
      for (const id of added) ana.move(id, 7, 7);
    });
    const id = ana.addNote();
    expect(ana.board.get(id)?.at).toEqual(boardPoint(7, 7));
    ana.undo();
    expect(ana.board.get(id)?.at).toEqual(boardPoint(0, 0));
  });

  test("ends when asked to, and with the board", () => {
    const { ana, ben, changes } = observed();
    const more: BoardChange[] = [];
    ana.board.observe((change) => more.push(change))();
    ben.addNote();
    catchUp(ben.doc, ana.doc);
    ana.board.dispose();
    ben.addNote();
    catchUp(ben.doc, ana.doc);
    expect(changes).toHaveLength(1);
    expect(more).toEqual([]);
  });
});

describe("the document's version", () => {
  test("is written with the first shape, not by opening a board", () => {
    const ana = new BoardPerson("ana");
    expect(ana.doc.store.clients.size).toBe(0);
    ana.addNote();
    expect(metaOf(ana.doc).get("schema")).toBe(1);
  });

  test("opening a board with content writes nothing", () => {
    const [ana, ben] = [new BoardPerson("ana"), new BoardPerson("ben")];
    ana.addNote("hello");
    const doc = new Y.Doc();
    catchUp(ana.doc, doc);
    const before = Y.encodeStateAsUpdate(doc);
    const { user, clock } = ben;
    const board = new Board(doc, { user, clock, random: seededRandom(1) });
    expect(board.inOrder()).toEqual(ana.sees());
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(board.history.undo()).toBe(false);
  });

  test("a newer one makes the board read-only, and a change says why", () => {
    const ana = new BoardPerson("ana");
    const id = ana.addNote();
    expect(ana.board.readOnly).toBe(false);
    metaOf(ana.doc).set("schema", 2);
    expect(ana.board.readOnly).toBe(true);
    expect(ana.board.get(id)).toBeDefined();
    expect(() => ana.move(id, 1, 1)).toThrow(ReadOnlyBoardError);
    expect(() => ana.move(id, 1, 1)).toThrow("schema 2");
    expect(ana.undo()).toBe(false);
  });
});
