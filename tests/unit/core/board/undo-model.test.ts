import { expect, test } from "vitest";

import type { ShapeId } from "@/core/base/ids";
import { randomInteger, randomItem, seededRandom } from "@/core/base/random";
import { BoardPerson, sync } from "../../../support/board-person";
import { boardSeeds } from "../../../support/board-seeds";

/** One value that somebody gave to a shape's stroke. */
interface Write {
  readonly value: string;
}

interface UndoneWrite {
  readonly id: ShapeId;
  readonly write: Write;
  /** What became visible when the write was undone. */
  readonly under: Write | undefined;
}

interface Step {
  readonly id: ShapeId;
  readonly write: Write;
}

/**
 * What undo should do, said in the simplest way: the writes to each shape lie on top of each other, the last one is seen, and
 * undo takes a write of mine away if it is on top, else looks at my step before.
 */
class UndoModel {
  readonly #writes = new Map<ShapeId, Write[]>();
  readonly #done: Step[][] = [];
  #undone: UndoneWrite[][] = [];

  constructor(ids: readonly ShapeId[]) {
    for (const id of ids) this.#writes.set(id, []);
  }

  seen(id: ShapeId): string {
    return this.#top(id)?.value ?? "#1e1e1e";
  }

  /** `isMine`: by the person whose undo this is. */
  write(ids: readonly ShapeId[], value: string, isMine: boolean): void {
    const changed = ids.filter((id) => this.seen(id) !== value);
    const step = changed.map((id) => ({ id, write: { value } }));
    for (const { id, write } of step) this.#writes.get(id)!.push(write);
    if (!isMine || step.length === 0) return;
    this.#done.push(step);
    this.#undone = [];
  }

  undo(): boolean {
    for (let step = this.#done.pop(); step; step = this.#done.pop()) {
      const left = step.filter(({ id, write }) => this.#top(id) === write);
      if (left.length === 0) continue;
      for (const { id } of left) this.#writes.get(id)!.pop();
      this.#undone.push(left.map((s) => ({ ...s, under: this.#top(s.id) })));
      return true;
    }
    return false;
  }

  redo(): boolean {
    for (let step = this.#undone.pop(); step; step = this.#undone.pop()) {
      const left = step.filter(({ id, under }) => this.#top(id) === under);
      if (left.length === 0) continue;
      for (const { id, write } of left) this.#writes.get(id)!.push(write);
      this.#done.push(left);
      return true;
    }
    return false;
  }

  #top(id: ShapeId): Write | undefined {
    return this.#writes.get(id)!.at(-1);
  }
}

const COLOURS = ["#1e1e1e", "#e03131", "#2f9e44", "#1971c2"];

test.each(boardSeeds())(
  "undo and redo do what the simplest model of them does, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    const people = ["ana", "ben", "cleo"].map((name) => new BoardPerson(name));
    const [ana, ben] = people as [BoardPerson, BoardPerson];
    const ids = [0, 1, 2].map(() => ben.addNote());
    sync(...people);
    const model = new UndoModel(ids);

    for (let i = 0; i < 60; i++) {
      const chance = random.next();
      if (chance < 0.25) expect(ana.undo()).toBe(model.undo());
      else if (chance < 0.35) expect(ana.redo()).toBe(model.redo());
      else {
        const person = randomItem(random, people);
        const value = randomItem(random, COLOURS);
        const some = ids.slice(randomInteger(random, ids.length));
        person.board.change("recolour", (draft) => {
          for (const id of some) draft.set(id, { stroke: value });
        });
        model.write(some, value, person === ana);
      }
      sync(...people);
      for (const { board } of people) {
        const seen = ids.map((id) => board.get(id)?.stroke);
        expect(seen).toEqual(ids.map((id) => model.seen(id)));
      }
    }
  },
);
