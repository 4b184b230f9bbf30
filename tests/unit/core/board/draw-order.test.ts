import { expect, test } from "vitest";

import { asShapeId } from "@/core/base/ids";
import { randomInteger, randomItem, seededRandom } from "@/core/base/random";
import { boardPoint } from "@/core/geometry/point";
import { BoardPerson, noteAt } from "../../../support/board-person";
import { boardSeeds } from "../../../support/board-seeds";

test("shapes of the same index are ordered by id", () => {
  const ana = new BoardPerson("ana");
  for (const id of ["b", "B", "a", "é"]) {
    ana.add({ ...noteAt(0, 0), id: asShapeId(id), index: "a5" });
  }
  expect(ana.sees().map(({ id }) => id)).toEqual(["B", "a", "b", "é"]);
});

test("an array that was handed out never changes, and stays the same until something does", () => {
  const ana = new BoardPerson("ana");
  const id = ana.addNote();
  const before = ana.sees();
  expect(ana.sees()).toBe(before);
  ana.move(id, 5, 5);
  ana.addNote();
  expect(before).toMatchObject([{ at: { x: 0, y: 0 } }]);
  expect(ana.sees()).toHaveLength(2);
});

test.each(boardSeeds())(
  "the order is that of (index, id) after any edits, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    const { board } = new BoardPerson("ana", random);
    for (let round = 0; round < 20; round++) {
      // Now a few changes, which find their place one by one, and now many, after which everything is sorted.
      const many = random.next() < 0.2 ? 250 : 5;
      board.change("shuffle", (draft) => {
        for (let i = 0; i < many; i++) {
          const shapes = board.inOrder();
          const index = `a${randomInteger(random, 9) + 1}`;
          const choice = random.next();
          if (shapes.length === 0 || choice < 0.5) {
            draft.add({ ...noteAt(i, i), index });
            continue;
          }
          const { id } = randomItem(random, shapes);
          if (choice < 0.7) draft.set(id, { index });
          else if (choice < 0.9) draft.set(id, { at: boardPoint(i, round) });
          else draft.remove(id);
        }
      });
      const keys = board.inOrder().map(({ index, id }) => `${index} ${id}`);
      expect(keys).toEqual([...keys].sort());
      expect(keys).toHaveLength(board.size);
      for (const shape of board.inOrder())
        expect(board.get(shape.id)).toBe(shape);
    }
  },
);
