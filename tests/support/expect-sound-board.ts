import * as Y from "yjs";
import { expect } from "vitest";
import { asShapeId, type ShapeId } from "@/core/base/ids";
import type { Board } from "@/core/board/board";
import { isListed, readRecord, recordsOf } from "@/core/board/shape-record";
import type { Shape } from "@/core/shapes/shape";
import { kindOf } from "@/core/shapes/shape-kinds";

/**
 * Expects what must hold of every board to which everything has come, whatever the records say. Until then, a value may be missing whose
 * deletion was faster than what takes its place.
 */
export function expectSoundBoard(board: Board): void {
  const drawn = board.inOrder();
  const ids = drawn.map(({ id }) => id);
  const listed = listedShapes(board);

  // Each shape is drawn once, and a group never.
  expect(new Set(ids).size).toBe(ids.length);
  const drawable = listed.filter((shape) => kindOf(shape).holds !== "group");
  expect(new Set(ids)).toEqual(new Set(drawable.map(({ id }) => id)));

  const rank = new Map(ids.map((id, i) => [id, i]));
  for (const shape of listed) {
    expectParentToHold(board, shape);
    expectSorted(board.childrenOf(shape.id));
    expectTogether(board, shape, rank);
  }
  expectSorted(board.childrenOf(undefined));
}

function listedShapes({ doc }: Board): readonly Shape[] {
  return [...recordsOf(doc)].flatMap(([id, record]) => {
    if (!(record instanceof Y.Map)) return [];
    if (!isListed(record as Y.Map<unknown>)) return [];
    const shape = readRecord(asShapeId(id), record);
    if (typeof shape === "string") expect.fail(`${id} is lost: ${shape}`);
    return [shape];
  });
}

/** A parent is on the board and holds others, and going up ends at the board itself. */
function expectParentToHold(board: Board, shape: Shape): void {
  const seen = new Set<ShapeId>([shape.id]);
  let parent = board.parentOf(shape.id);
  expect(board.childrenOf(parent?.id).map(({ id }) => id)).toContain(shape.id);
  for (; parent; parent = board.parentOf(parent.id)) {
    expect(kindOf(parent).holds).toBeDefined();
    expect(seen.has(parent.id)).toBe(false);
    seen.add(parent.id);
  }
}

/** By (index, id). */
function expectSorted(shapes: readonly Shape[]): void {
  for (const [i, after] of shapes.slice(1).entries()) {
    const before = shapes[i]!;
    const isSorted =
      before.index < after.index ||
      (before.index === after.index && before.id < after.id);
    expect(isSorted).toBe(true);
  }
}

/** What a frame or a group holds is drawn in one piece, right after the frame. */
function expectTogether(
  board: Board,
  { id }: Shape,
  rank: ReadonlyMap<ShapeId, number>,
): void {
  const ranks = board.drawnBy(id).map((member) => rank.get(member.id)!);
  const [first = 0] = ranks;
  expect(ranks).toEqual(ranks.map((_, i) => first + i));
}
