import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { Board } from "@/core/board/board";
import { MAX_TITLE_LENGTH } from "@/core/board/title";
import { boardPoint } from "@/core/geometry/point";

import { FakeClock } from "../../../support/fake-clock";

const boardOn = (doc: Y.Doc) =>
  new Board(doc, {
    user: asUserId("ada"),
    clock: new FakeClock(),
    random: seededRandom(1),
  });

test("a board has no title until it is given one, cleaned", () => {
  const board = boardOn(new Y.Doc());
  expect(board.title.get()).toBeUndefined();
  expect(board.rename("  Retro\n of May ")).toBe(true);
  expect(board.title.get()).toBe("Retro of May");
  expect(board.rename("\u200b ")).toBe(false);
  expect(board.title.get()).toBe("Retro of May");
});

test("two titles given at once come to be the same one everywhere", () => {
  const [ada, ben] = [new Y.Doc(), new Y.Doc()];
  const boards = [boardOn(ada), boardOn(ben)];
  boards[0]!.rename("Ada's");
  boards[1]!.rename("Ben's");
  Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben));
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada));
  expect(boards[0]!.title.get()).toBe(boards[1]!.title.get());
});

test("undo takes back a shape, not a title", () => {
  const board = boardOn(new Y.Doc());
  board.change("draw", (draft) => {
    draft.add({ kind: "rectangle", at: boardPoint(0, 0) });
  });
  board.rename("Plans");
  board.history.undo();
  expect(board.title.get()).toBe("Plans");
  expect(board.size).toBe(0);
});

test("a title that nobody of ours would write is shown as far as it can be", () => {
  const doc = new Y.Doc();
  const board = boardOn(doc);
  const listener = vi.fn();
  board.title.subscribe(listener);
  doc.getMap("meta").set("title", "x".repeat(1_000));
  expect(board.title.get()).toHaveLength(MAX_TITLE_LENGTH);
  doc.getMap("meta").set("title", { not: "a title" });
  expect(board.title.get()).toBeUndefined();
  expect(listener).toHaveBeenCalledTimes(2);
});
