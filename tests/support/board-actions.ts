import * as Y from "yjs";

import type { ShapeId } from "@/core/base/ids";
import { randomInteger, randomItem, type Random } from "@/core/base/random";
import { isDeletionKey, recordsOf } from "@/core/board/shape-record";
import { STROKES } from "@/core/shapes/palette";
import { type BoardPerson, inkAt, noteAt } from "./board-person";
import type { Action } from "./test-network";

const place = (random: Random): number => randomInteger(random, 1000);

/** Does `edit` to a shape that the person sees; nothing on an empty board. */
const onSome =
  (edit: (person: BoardPerson, id: ShapeId, random: Random) => void): Action =>
  (person, random) => {
    const shapes = person.sees();
    if (shapes.length > 0) edit(person, randomItem(random, shapes).id, random);
  };

export const addNote: Action = (person, random) =>
  void person.add(noteAt(place(random), place(random), person.user));

export const addInk: Action = (person, random) =>
  void person.add(inkAt(place(random), place(random)));

/** A few shapes, and something done to another one, in one gesture. */
export const addSeveral: Action = (person, random) => {
  const other = person.sees()[0]?.id;
  person.board.change("paste", (draft) => {
    for (let i = 0; i < 3; i++) draft.add(noteAt(place(random), i));
    if (other) draft.set(other, { opacity: random.next() });
  });
};

export const moveShape = onSome((person, id, random) =>
  person.move(id, place(random), place(random)),
);

export const restyleShape = onSome((person, id, random) =>
  person.recolour(id, randomItem(random, STROKES).hex),
);

export const removeShape = onSome((person, id) => person.remove(id));

export const typeText = onSome((person, id, random) =>
  person.type(id, randomItem(random, ["a", "字", "wörd "]), place(random) % 5),
);

export const eraseText = onSome((person, id, random) =>
  person.erase(id, 0, 1 + randomInteger(random, 4)),
);

export const restoreShape: Action = (person, random) => {
  const deleted = binOf(person);
  if (deleted.length > 0) person.restore(randomItem(random, deleted));
};

export const undo: Action = (person) => void person.undo();
export const redo: Action = (person) => void person.redo();

/** Into the text that everybody has before them. */
const typeTogether: Action = (person, random) => {
  const [first] = person.sees();
  if (first) person.type(first.id, randomItem(random, ["x", "yz", "語"]));
};

/** What people do to a board, the more often the more often it is listed. */
export const WORK: readonly Action[] = [
  addNote,
  addInk,
  addSeveral,
  moveShape,
  restyleShape,
  removeShape,
  typeText,
  typeTogether,
  typeTogether,
  eraseText,
  undo,
  redo,
];

/** The shapes that are deleted, sorted. */
export function binOf({ doc }: BoardPerson): readonly ShapeId[] {
  const ids: ShapeId[] = [];
  for (const [id, record] of recordsOf(doc)) {
    if (record instanceof Y.Map && [...record.keys()].some(isDeletionKey)) {
      ids.push(id as ShapeId);
    }
  }
  return ids.sort();
}
