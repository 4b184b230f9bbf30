import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { systemClock } from "@/core/base/clock";
import { asUserId } from "@/core/base/ids";
import { RoomDocument } from "@/server/rooms/room-document";
import { cutHere } from "@/server/rooms/slices/update-cutter";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import type { FakeMember } from "../../../support/server-fake-member";
import { PLANS, taken, TestRooms } from "../../../support/server-room";

const SHAPES = 5_000;

/** A board of `SHAPES` shapes, more than is taken in at once. */
function largeDocument(): Y.Doc {
  const doc = new Y.Doc();
  const shapes = doc.getMap("shapes");
  doc.transact(() => {
    for (let i = 0; i < SHAPES; i++)
      shapes.set(`shape-${i}`, new Y.Map([["text", "x".repeat(20)]]));
  });
  return doc;
}

async function storageWith(bytes: Uint8Array): Promise<MemoryBoardStorage> {
  const storage = new MemoryBoardStorage(mergeUpdates);
  const user = asUserId("ada");
  await storage.createRoom({
    id: PLANS,
    epoch: "epoch",
    owner: user,
    schema: 1,
    createdAt: 1,
  });
  await storage.append(PLANS, { seq: 1, bytes, user, at: 1 });
  return storage;
}

/** How many turns the event loop has until `isDone`. */
async function turnsUntil(isDone: () => boolean): Promise<number> {
  let turns = 0;
  for (; !isDone(); turns++) await setImmediate();
  return turns;
}

const documentOf = (doc: Y.Doc) =>
  new RoomDocument([Y.encodeStateAsUpdate(doc)], {
    cutter: cutHere,
    clock: systemClock,
  });

const countOf = (doc: Y.Doc) => doc.getMap("shapes").size;

test("whoever comes first is given the board before it is built, and what they draw waits for that", async () => {
  const large = Y.encodeStateAsUpdate(largeDocument());
  const rooms = new TestRooms(await storageWith(large));
  const ada = await rooms.connect("ada");
  const ben = await rooms.connect("ben");
  for (const [name, member] of Object.entries({ ada, ben })) {
    member.hello(name);
    member.sync();
    expect(countOf(member.doc)).toBe(SHAPES);
    expect(member.questions).toBe(0);
    member.draw(`of-${name}`);
    member.control({ kind: "barrier", n: 1 });
  }
  // Though she does not stay.
  ada.leave();
  rooms.settle();

  await vi.waitFor(() => expect(ben.last("saved")?.n).toBe(1));

  rooms.settle();
  const cy = await rooms.join("cy");
  expect(cy.doc.getMap("shapes").has("of-ada")).toBe(true);
  expect(cy.doc.getMap("shapes").has("of-ben")).toBe(true);
  expect((await rooms.storage.load(PLANS))?.lastSeq).toBe(3);
});

test("a large board is built, and told to one who has a part of it, over many turns of the event loop", async () => {
  const doc = largeDocument();
  const document = documentOf(doc);
  expect(document.isReady).toBe(false);

  expect(await turnsUntil(() => document.isReady)).toBeGreaterThan(5);

  expect(document.read(countOf)).toBe(SHAPES);
  const copy = new Y.Doc();
  const slices = [...document.missing(Y.encodeStateVector(copy))];
  expect(slices.length).toBeGreaterThan(5);
  for (const slice of slices) Y.applyUpdate(copy, slice);
  expect(countOf(copy)).toBe(SHAPES);
});

test("one who has a part of a large board is given the rest, and is asked for what they have after that", async () => {
  const doc = largeDocument();
  const rooms = new TestRooms(await storageWith(Y.encodeStateAsUpdate(doc)));
  const ada = await rooms.join("ada");
  rooms.settle();
  const ben = await rooms.connect("ben");
  ben.doc.getMap("shapes").set("of-ben", 1);
  ben.hello("ben");
  ben.sync();
  await taken();
  rooms.settle();

  expect(countOf(ben.doc)).toBe(SHAPES + 1);
  expect(ben.questions).toBe(1);
  expect(countOf(ada.doc)).toBe(SHAPES + 1);
});

test("a large change is taken in over many turns, and all of it is saved before that is said", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  ada.update(Y.encodeStateAsUpdate(largeDocument()));
  ada.control({ kind: "barrier", n: 1 });
  ada.draw("after");

  const turns = await turnsUntil(() => ada.last("saved")?.n === 1);
  rooms.settle();

  expect(turns).toBeGreaterThan(5);
  expect(countOf(ben.doc)).toBe(SHAPES + 1);
});

test("a small change that deletes very much is taken in over many turns", async () => {
  const doc = largeDocument();
  const rooms = new TestRooms(await storageWith(Y.encodeStateAsUpdate(doc)));
  const ada = await rooms.join("ada");
  rooms.settle();
  await taken();
  const known = Y.encodeStateVector(ada.doc);
  const recordsOf = ({ doc }: FakeMember) => [
    ...doc.getMap<Y.Map<unknown>>("shapes").values(),
  ];
  ada.doc.transact(() => {
    for (const record of recordsOf(ada)) record.delete("text");
  });
  ada.update(Y.encodeStateAsUpdate(ada.doc, known));
  ada.control({ kind: "barrier", n: 1 });

  const turns = await turnsUntil(() => ada.last("saved")?.n === 1);

  expect(turns).toBeGreaterThan(2);
  const ben = await rooms.join("ben");
  expect(recordsOf(ben)).toHaveLength(SHAPES);
  expect(recordsOf(ben).filter(({ size }) => size > 0)).toEqual([]);
});

test("a large change that is malformed closes its sender, and changes nothing", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  const update = Y.encodeStateAsUpdate(largeDocument());
  ada.update(update.subarray(0, update.byteLength - 10));
  await taken();
  rooms.settle();

  expect(ada.closed).toEqual({ code: 4400, reason: "BAD_UPDATE" });
  expect(countOf(ben.doc)).toBe(0);
  expect(ben.closed).toBeUndefined();
});

test("a large board that cannot be read sends everybody away, and nothing is written over it", async () => {
  const update = Y.encodeStateAsUpdate(largeDocument());
  const broken = update.subarray(0, update.byteLength - 10);
  const rooms = new TestRooms(await storageWith(broken));
  const ada = await rooms.connect("ada");
  ada.hello("ada");
  ada.draw("lost-by-nobody");
  rooms.settle();
  await taken();

  expect(ada.closed).toEqual({ code: 1011, reason: "ROOM_NOT_LOADED" });
  expect(rooms.registry.size).toBe(0);
  expect((await rooms.storage.load(PLANS))?.lastSeq).toBe(1);
});

test("a large board is encoded anew over many turns for those who come, and they have all of it meanwhile", async () => {
  const doc = largeDocument();
  const document = documentOf(doc);
  await document.whenReady;
  const { base } = document.whole();
  const shapes = Array.from({ length: 100 }, (_, i) => `new-${i}`);
  for (const id of shapes)
    document.edit((it) => it.getMap("shapes").set(id, 1));

  const turns = await turnsUntil(() => document.whole().base !== base);

  expect(turns).toBeGreaterThan(3);
  const { base: fresh, tail } = document.whole();
  expect(tail).toEqual([]);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, fresh);
  expect(countOf(copy)).toBe(SHAPES + 100);
});

test("a large board is built at once where no other thread can be had", async () => {
  const bytes = Y.encodeStateAsUpdate(largeDocument());
  const document = new RoomDocument([bytes], {
    clock: systemClock,
    cutter: {
      ...cutHere,
      cutDocument: () => Promise.reject(new Error("There is no memory.")),
    },
  });
  await document.whenReady;
  expect(document.read(countOf)).toBe(SHAPES);
});
