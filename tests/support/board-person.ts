import * as Y from "yjs";

import { Board, type RecordProblem } from "@/core/board/board";
import type { NewShape } from "@/core/board/draft";
import { asUserId, type ShapeId, type UserId } from "@/core/base/ids";
import { randomInteger, type Random, seededRandom } from "@/core/base/random";
import { boardPoint } from "@/core/geometry/point";
import type { Shape } from "@/core/shapes/shape";
import { FakeClock } from "./fake-clock";

/** Somebody with a copy of the board, and what they do to it. */
export class BoardPerson {
  readonly user: UserId;
  readonly doc = new Y.Doc();
  readonly clock = new FakeClock();
  readonly random: Random;
  readonly problems: RecordProblem[] = [];
  readonly board: Board;

  constructor(name: string, random: Random = seededRandom(seedOf(name))) {
    this.user = asUserId(name);
    this.random = random;
    this.doc.clientID = randomInteger(random, 2 ** 31);
    this.board = new Board(this.doc, {
      user: this.user,
      clock: this.clock,
      random,
      onProblem: (problem) => this.problems.push(problem),
    });
  }

  add(shape: NewShape): ShapeId {
    let id: ShapeId | undefined;
    this.board.change("add", (draft) => {
      id = draft.add(shape);
    });
    return id!;
  }

  addNote(text = "", x = 0, y = 0): ShapeId {
    return this.add(noteAt(x, y, text));
  }

  move(id: ShapeId, x: number, y: number): void {
    this.board.change("move", (draft) => draft.set(id, { at: { x, y } }));
  }

  recolour(id: ShapeId, stroke: string): void {
    this.board.change("recolour", (draft) => draft.set(id, { stroke }));
  }

  /** Deletes the text's letters between two places. */
  erase(id: ShapeId, from: number, to: number): void {
    this.board.change("erase", (draft) =>
      draft.editText(id, { from, to, insert: "" }),
    );
  }

  /** Types at the place `from` of a shape's text. */
  type(id: ShapeId, insert: string, from = 0): void {
    this.board.change("type", (draft) =>
      draft.editText(id, { from, to: from, insert }),
    );
  }

  remove(...ids: ShapeId[]): void {
    this.board.change("delete", (draft) =>
      ids.forEach((id) => draft.remove(id)),
    );
  }

  restore(...ids: ShapeId[]): void {
    this.board.change("restore", (draft) =>
      ids.forEach((id) => draft.restore(id)),
    );
  }

  undo(): boolean {
    return this.board.history.undo();
  }

  redo(): boolean {
    return this.board.history.redo();
  }

  /** The board's shapes in the order they are drawn. */
  sees(): readonly Shape[] {
    return this.board.inOrder();
  }

  /** The shape's text; undefined when the board does not show it. */
  reads(id: ShapeId): string | undefined {
    const shape = this.board.get(id);
    return shape && "text" in shape ? shape.text : undefined;
  }
}

const seedOf = (name: string): number =>
  [...name].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 0);

export const noteAt = (x: number, y: number, text = ""): NewShape => ({
  kind: "note",
  at: boardPoint(x, y),
  size: { width: 200, height: 200 },
  fill: "#ffec99",
  text,
});

export const inkAt = (x: number, y: number): NewShape => ({
  kind: "ink",
  at: boardPoint(x, y),
  hasPressure: true,
  points: [
    { x: 0, y: 0, pressure: 0.5 },
    { x: 12.3, y: -4.5, pressure: 0.7 },
    { x: 30, y: 8, pressure: 0.6 },
  ],
});

/** Brings everybody to the same state, at once and without losses. */
export function sync(...people: readonly BoardPerson[]): void {
  // Twice, so that what the last one knows comes back to the first.
  for (let round = 0; round < 2; round++) {
    for (const from of people) {
      for (const to of people) if (from !== to) catchUp(from.doc, to.doc);
    }
  }
}

/** Gives `to` all that `from` has and `to` lacks. */
export function catchUp(from: Y.Doc, to: Y.Doc): void {
  const missing = Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));
  Y.applyUpdate(to, missing, "network");
}
