import { expect, test } from "vitest";

import {
  addInk,
  addNote,
  addSeveral,
  eraseText,
  moveShape,
  redo,
  removeShape,
  restoreShape,
  restyleShape,
  typeText,
  undo,
} from "../../../support/board-actions";
import type { BoardPerson } from "../../../support/board-person";
import { boardSeeds } from "../../../support/board-seeds";
import { deletedBy, worksOf } from "../../../support/board-works";
import { TestNetwork } from "../../../support/test-network";

const EDITS = [
  addInk,
  addNote,
  addSeveral,
  moveShape,
  moveShape,
  restyleShape,
  typeText,
  typeText,
  eraseText,
  removeShape,
];

/** Three people after an afternoon on a bad network, who have come to the same board. */
function afternoon(seed: number) {
  const network = new TestNetwork({ seed, replicas: 3 });
  network.act(80, [...EDITS, undo, redo]);
  network.deliverAll();
  const [ana, ben, cleo] = network.people as [
    BoardPerson,
    BoardPerson,
    BoardPerson,
  ];
  return { network, ana, others: [ben, cleo] };
}

test.each(boardSeeds())(
  "undoing and redoing all of one's steps leaves what others wrote, made and deleted, seed %i",
  (seed) => {
    const { network, ana, others } = afternoon(seed);
    const works = others.map(worksOf);
    const deleted = others.map(deletedBy);
    const theirs = works.flatMap((work) => [...work.keys()]);
    const shown = theirs.filter((id) => ana.board.get(id));

    while (ana.undo());
    network.deliverAll();
    expect(others.map(worksOf)).toEqual(works);
    expect(others.map(deletedBy)).toEqual(deleted);
    for (const id of shown) expect(ana.board.get(id)).toBeDefined();
    for (const id of deleted.flat()) expect(ana.board.get(id)).toBeUndefined();

    while (ana.redo());
    network.deliverAll();
    expect(others.map(worksOf)).toEqual(works);
    expect(others.map(deletedBy)).toEqual(deleted);
    for (const id of deleted.flat()) expect(ana.board.get(id)).toBeUndefined();
    const [first, ...copies] = network.boards();
    for (const copy of copies) expect(copy).toEqual(first);
  },
);

test.each(boardSeeds())(
  "alone, undoing all steps empties the board and redoing them brings everything back, seed %i",
  (seed) => {
    const network = new TestNetwork({ seed, replicas: 1 });
    network.act(60, [...EDITS, restoreShape]);
    const ana = network.people[0]!;
    const before = ana.sees();
    while (ana.undo());
    expect(ana.sees()).toEqual([]);
    while (ana.redo());
    expect(ana.sees()).toEqual(before);
  },
);
