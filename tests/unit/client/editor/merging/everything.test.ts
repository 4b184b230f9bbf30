import { expect, test } from "vitest";
import * as Y from "yjs";
import { randomInteger, randomItem } from "@/core/base/random";
import { recordsOf } from "@/core/board/shape-record";
import {
  chooseStyle,
  dragShape,
  eraseAcross,
  makeShape,
  redoOne,
  runCommand,
  undoOne,
  writable,
} from "../../../../support/editor-actions";
import { editorOf } from "../../../../support/editor-of";
import type { BoardPerson } from "../../../../support/board-person";
import { boardSeeds } from "../../../../support/board-seeds";
import { deletedBy, worksOf } from "../../../../support/board-works";
import { expectSoundBoard } from "../../../../support/expect-sound-board";
import { type Action, TestNetwork } from "../../../../support/test-network";
import { textIn } from "./two-people";

const EDITS: readonly Action[] = [
  makeShape,
  makeShape,
  makeShape,
  dragShape,
  dragShape,
  runCommand,
  runCommand,
  runCommand,
  runCommand,
  chooseStyle,
  eraseAcross,
];

/** The letters that people have typed, each one of its own, and what became of them. */
class Letters {
  /** Who typed it. */
  readonly by = new Map<string, BoardPerson>();
  /** Those that somebody has taken away. */
  readonly gone = new Set<string>();
  #next = 0xe000;

  readonly type: Action = (person, random) => {
    const editor = editorOf(person);
    const shapes = writable(editor);
    if (shapes.length === 0) return;
    const id = randomItem(random, shapes);
    const letter = String.fromCharCode(this.#next++);
    this.by.set(letter, person);
    const from = randomInteger(random, 4);
    editor.typing.start(id);
    editor.typing.edit({ from, to: from, insert: letter });
    editor.typing.stop();
  };

  readonly takeAway: Action = (person, random) => {
    const editor = editorOf(person);
    const shapes = writable(editor);
    if (shapes.length === 0) return;
    const id = randomItem(random, shapes);
    const from = randomInteger(random, 3);
    const letter = textIn(person, id)[from];
    if (letter === undefined) return;
    this.gone.add(letter);
    editor.typing.start(id);
    editor.typing.edit({ from, to: from + 1, insert: "" });
    editor.typing.stop();
  };

  /** Undo and redo take away letters of one's own alone. */
  readonly watching =
    (action: Action): Action =>
    (person, random) => {
      const before = lettersOf(person);
      action(person, random);
      const after = lettersOf(person);
      for (const letter of before)
        if (!after.has(letter)) {
          if (!this.gone.has(letter)) expect(this.by.get(letter)).toBe(person);
          this.gone.add(letter);
        }
    };
}

function lettersOf(person: BoardPerson): ReadonlySet<string> {
  const letters = new Set<string>();
  for (const [, record] of recordsOf(person.doc)) {
    const text = record instanceof Y.Map ? record.get("text") : undefined;
    if (text instanceof Y.Text) for (const c of text.toString()) letters.add(c);
  }
  return letters;
}

/** Everybody sees the same sound board, with an index of places that agrees. */
function expectOneBoard(network: TestNetwork): void {
  const [first, ...boards] = network.boards();
  for (const board of boards) expect(board).toEqual(first);
  const [document, ...copies] = network.documents();
  for (const copy of copies) expect(copy).toEqual(document);
  expectSoundBoard(network.people[0]!.board);
  for (const person of network.people) {
    const { shapes, selection, board, preview } = editorOf(person);
    expect(shapes.size).toBe(board.size);
    expect(shapes.inOrder(board.inOrder().map(({ id }) => id))).toEqual(first);
    for (const id of selection.get()) expect(board.get(id)).toBeDefined();
    expect(preview.get()).toBeUndefined();
  }
}

test.each(boardSeeds())(
  "four people who do all there is to do come to one sound board, and keep every letter, seed %i",
  (seed) => {
    const network = new TestNetwork({ seed, replicas: 4 });
    const letters = new Letters();
    for (let round = 0; round < 2; round++) {
      network.act(30, [
        ...EDITS,
        letters.type,
        letters.type,
        letters.type,
        letters.takeAway,
        letters.watching(undoOne),
        letters.watching(redoOne),
      ]);
      network.deliverAll();
      expectOneBoard(network);
    }
    const kept = lettersOf(network.people[0]!);
    for (const letter of letters.by.keys())
      if (!letters.gone.has(letter)) expect(kept).toContain(letter);
  },
);

test.each(boardSeeds())(
  "taking back all of one's steps ends, and leaves what the others did, seed %i",
  (seed) => {
    const network = new TestNetwork({ seed, replicas: 4 });
    const letters = new Letters();
    network.act(40, [...EDITS, letters.type, letters.type, undoOne, redoOne]);
    network.deliverAll();
    for (const person of network.people) {
      const others = network.people.filter((other) => other !== person);
      const works = others.map(worksOf);
      const deleted = others.map(deletedBy);
      const { history } = person.board;
      while (history.depth > 0) {
        const { depth } = history;
        editorOf(person).run("history.undo");
        expect(history.depth).toBeLessThan(depth);
      }
      network.deliverAll();
      expect(others.map(worksOf)).toEqual(works);
      expect(others.map(deletedBy)).toEqual(deleted);
      expectOneBoard(network);
    }
  },
);
