import { expect, test } from "vitest";
import type { ShapeId } from "@/core/base/ids";
import { boardPoint } from "@/core/geometry/point";
import type { Transform } from "@/core/geometry/transform";
import { transformed } from "@/core/shapes/transform-shape";
import { LinkedBoard } from "../support/linked-board";
import { startServerInMemory } from "../support/server";

const moveBy = (x: number): Transform => ({
  kind: "move",
  by: boardPoint(x, 0),
});

test("a shape that is moved goes its way on the others' boards, without a step back at the commit", async () => {
  const { syncUrl } = await startServerInMemory();
  const ada = await new LinkedBoard(syncUrl, "ada").isLive();
  const ben = await new LinkedBoard(syncUrl, "ben").isLive();
  let id!: ShapeId;
  ada.board.change("draw", (draft) => {
    id = draft.add({ kind: "rectangle", at: boardPoint(100, 0) });
  });
  const xAt = (person: LinkedBoard) => person.seen(id)?.at.x;
  await ben.until(() => xAt(ben) === 100);
  const way: (number | undefined)[] = [];
  const note = () => void way.push(xAt(ben));
  ben.link.presence.subscribe(note);
  ben.board.observe(note);

  const gesture = ada.link.lane.beginTransform([id], false);
  for (const x of [10.25, 20.5]) {
    gesture.transform(moveBy(x));
    await ben.until(() => xAt(ben) === 100 + x);
  }
  expect(ben.link.presence.lifted()).toEqual(new Set([id]));
  expect(ben.board.get(id)?.at.x).toBe(100);

  // Whoever comes meanwhile is told of it, too.
  const cy = await new LinkedBoard(syncUrl, "cy").isLive();
  gesture.transform(moveBy(30));
  await Promise.all([
    cy.until(() => xAt(cy) === 130),
    ben.until(() => xAt(ben) === 130),
  ]);
  expect(cy.board.get(id)?.at.x).toBe(100);

  const shape = ada.board.get(id)!;
  ada.board.change("move", (draft) => {
    draft.set(id, transformed(shape, moveBy(30)));
  });
  gesture.end();
  for (const person of [ben, cy]) {
    await person.until(() => person.link.presence.lifted().size === 0);
    expect(person.board.get(id)?.at.x).toBe(130);
  }
  expect(way).toEqual([...way].sort((a, b) => a! - b!));
});
