import { describe, expect, test } from "vitest";

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
import { boardSeeds } from "../../../support/board-seeds";
import { TestNetwork } from "../../../support/test-network";

const EVERYTHING = [
  addInk,
  addNote,
  addSeveral,
  moveShape,
  moveShape,
  restyleShape,
  typeText,
  typeText,
  removeShape,
  restoreShape,
  undo,
  redo,
];

describe.each([3, 4])("%i people on a bad network", (replicas) => {
  test.each(boardSeeds())("come to the same board after seed %i", (seed) => {
    const network = new TestNetwork({ seed, replicas });
    for (let round = 0; round < 3; round++) {
      network.act(40, EVERYTHING);
      network.deliverAll();

      const [first, ...others] = network.boards();
      for (const board of others) expect(board).toEqual(first);
      const [document, ...copies] = network.documents();
      for (const copy of copies) expect(copy).toEqual(document);
    }
    for (const { problems } of network.people) expect(problems).toEqual([]);
  });
});
