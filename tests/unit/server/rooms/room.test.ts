import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { asBoardId, asUserId } from "@/core/base/ids";
import { MAX_MEMBERS } from "@/core/protocol/limits";
import type { BoardStorage } from "@/server/storage/board-storage";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { PLANS, settled, TestRooms } from "../../../support/server-room";
import { FakeMember } from "../../../support/server-fake-member";
import { FailingStorage } from "../../../support/server-failing-storage";

const state = (rooms: TestRooms) => rooms.registry.find(PLANS)?.state;

describe("a room's life", () => {
  test("begins with the first who comes, and ends 30 s after the last has left", async () => {
    const rooms = new TestRooms();
    expect(state(rooms)).toBeUndefined();
    const joining = rooms.join("ada");
    expect(state(rooms)).toBe("loading");
    const ada = await joining;
    expect(state(rooms)).toBe("active");

    ada.leave();
    expect(state(rooms)).toBe("draining");
    rooms.clock.advance(29_000);
    await settled();
    expect(state(rooms)).toBe("draining");
    rooms.clock.advance(1_000);
    await settled();

    expect(rooms.registry.size).toBe(0);
    expect(rooms.clock.pending).toBe(0);
  });

  test("goes on when somebody comes while it drains", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.draw("a");
    const room = rooms.registry.find(PLANS);
    ada.leave();
    rooms.clock.advance(29_000);

    await rooms.join("ben");
    rooms.clock.advance(40_000);
    await settled();

    expect(rooms.registry.find(PLANS)).toBe(room);
    expect(state(rooms)).toBe("active");
  });

  test("is one for all who come while it is loaded", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    await store(storage, update("a"));
    storage.holdReads();
    const joining = ["ada", "ben", "cy"].map((user) => rooms.join(user));
    await settled();
    expect(state(rooms)).toBe("loading");

    storage.release();
    const [ada, ben, cy] = await Promise.all(joining);
    ada!.draw("b");
    rooms.settle();

    for (const member of [ben!, cy!])
      expect(Object.keys(member.doc.getMap("shapes").toJSON()).sort()).toEqual([
        "a",
        "b",
      ]);
    expect(state(rooms)).toBe("active");
  });

  test("goes on when somebody comes while its last changes are saved", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("ada");
    const room = rooms.registry.find(PLANS);
    storage.hold();
    ada.draw("a");
    ada.leave();
    rooms.clock.advance(30_000);
    await settled();
    expect(state(rooms)).toBe("draining");

    const ben = await rooms.join("ben");
    storage.release();
    await settled();

    expect(ben.doc.getMap("shapes").toJSON()).toEqual({ a: 1 });
    expect(rooms.registry.find(PLANS)).toBe(room);
    expect(state(rooms)).toBe("active");
  });

  test("begins anew for one who comes when it is gone, with all that was drawn", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const room = rooms.registry.find(PLANS)!;
    ada.draw("a");
    ada.leave();
    rooms.clock.advance(30_000);
    await settled();
    expect(room.state).toBe("gone");
    await expect(room.join(visitOf("ben"))).rejects.toMatchObject({
      code: "ROOM_NOT_LOADED",
    });

    const ben = await rooms.join("ben");

    expect(rooms.registry.find(PLANS)).not.toBe(room);
    expect(ben.doc.getMap("shapes").toJSON()).toEqual({ a: 1 });
  });

  test("ends although the board was given a title while its log was folded", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("ada");
    ada.draw("a");
    await settled();
    ada.leave();
    storage.hold();
    rooms.clock.advance(30_000);
    await settled();
    const renamed = rooms.registry.rename(PLANS, "Plans", from("ben"));
    await settled();
    storage.releaseFirst();
    await settled();
    expect(state(rooms)).toBe("draining");

    storage.release();
    expect(await renamed).toBe("DONE");
    rooms.clock.advance(30_000);
    await settled();

    expect(rooms.registry.size).toBe(0);
    expect((await storage.load(PLANS))?.lastSeq).toBe(2);
  });

  test("does not end before everything is saved", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("ada");
    storage.isFailing = true;
    ada.draw("a");
    await settled();
    ada.leave();

    for (let i = 0; i < 60; i++) {
      rooms.clock.advance(1_000);
      await settled();
    }
    expect(state(rooms)).toBe("draining");
    storage.isFailing = false;
    for (let i = 0; i < 10; i++) {
      rooms.clock.advance(1_000);
      await settled();
    }

    expect(rooms.registry.size).toBe(0);
    expect((await storage.load(PLANS))?.lastSeq).toBe(1);
  });

  test("folds its log when it ends", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.draw("a");
    ada.draw("b");
    ada.leave();
    rooms.clock.advance(30_000);
    await settled();

    expect((await rooms.storage.load(PLANS))?.snapshot?.seq).toBe(2);
    const ben = await rooms.join("ben");
    expect(ben.doc.getMap("shapes").toJSON()).toEqual({ a: 1, b: 1 });
  });

  test("leaves nothing behind when nobody has drawn or said anything", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.leave();
    rooms.clock.advance(60_000);
    await settled();

    expect(await rooms.storage.load(PLANS)).toBeUndefined();
    expect(await rooms.registry.exists(PLANS)).toBe(false);
  });
});

describe("a room that cannot be loaded", () => {
  test("refuses everybody and stores nothing, until it can be", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    storage.isFailing = true;

    await expect(rooms.connect("ada")).rejects.toMatchObject({
      code: "ROOM_NOT_LOADED",
      closeCode: 1011,
    });
    expect(rooms.registry.size).toBe(0);
    expect(rooms.errors).toEqual(["a room could not be loaded"]);
    storage.isFailing = false;
    await rooms.join("ada");

    expect(state(rooms)).toBe("active");
  });

  test("is one whose stored document cannot be read", async () => {
    const storage = new MemoryBoardStorage(mergeUpdates);
    await store(storage, new Uint8Array([1, 2, 3]));

    const rooms = new TestRooms(storage);

    await expect(rooms.connect("ada")).rejects.toMatchObject({
      code: "ROOM_NOT_LOADED",
    });
    expect((await storage.load(PLANS))?.lastSeq).toBe(1);
  });

  test("keeps what is stored, whoever comes and whatever they want to write", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    await store(storage, update("a"), update("b"));
    const before = await storage.load(PLANS);
    const rooms = new TestRooms(storage);
    const { writes } = storage;
    storage.isUnreadable = true;

    const attempts = [
      rooms.connect("ada"),
      rooms.connect("ben", { isStock: true }),
      rooms.registry.rename(PLANS, "Plans", from("cy")),
    ];
    for (const attempt of attempts)
      await expect(attempt).rejects.toMatchObject({ code: "ROOM_NOT_LOADED" });
    rooms.clock.advance(120_000);
    await settled();

    storage.isUnreadable = false;
    expect(await storage.load(PLANS)).toEqual(before);
    expect(storage.writes).toBe(writes);
    expect(rooms.clock.pending).toBe(0);
  });
});

describe("what is not saved yet", () => {
  test("is counted over all rooms, with the time of the oldest", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("ada");
    const ben = await rooms.connectTo(asBoardId("other"), "ben");
    ben.hello("Ben");
    ben.sync();
    const nothing = { updates: 0, since: undefined, failingRooms: 0 };
    expect(rooms.registry.unsaved).toEqual(nothing);

    storage.isFailing = true;
    const begin = rooms.clock.now();
    ben.draw("b");
    await settled();
    rooms.clock.advance(50);
    ada.draw("a");
    ada.draw("c");
    await settled();
    expect(rooms.registry.unsaved).toEqual({
      updates: 3,
      since: begin,
      failingRooms: 2,
    });
    storage.isFailing = false;
    rooms.clock.advance(200);
    await settled();

    expect(rooms.registry.unsaved).toEqual(nothing);
  });

  test("is told to one who comes meanwhile", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("ada");
    storage.isFailing = true;
    ada.draw("a");
    await settled();

    const ben = await rooms.join("ben");

    expect(ben.doc.getMap("shapes").toJSON()).toEqual({ a: 1 });
    expect(ben.all("notice")).toEqual([{ kind: "notice", code: "NOT_SAVED" }]);
  });
});

describe("a room's epoch", () => {
  test("is the one that the first member brings", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada", { epoch: "from-offline" });

    expect(ada.last("welcome")?.epoch).toBe("from-offline");
    ada.draw("a");
    await settled();

    expect((await rooms.storage.load(PLANS))?.room.epoch).toBe("from-offline");
  });

  test("is made when the first member brings none, and refuses another one", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const epoch = ada.last("welcome")?.epoch;
    expect(epoch).toMatch(/^\w{16}$/);

    await expect(
      rooms.connect("ben", { epoch: "another" }),
    ).rejects.toMatchObject({ code: "OTHER_EPOCH", closeCode: 4410 });
    await rooms.join("ben", { epoch: epoch! });
  });

  test("stays with a stored room", async () => {
    const storage = new MemoryBoardStorage(mergeUpdates);
    await store(storage);
    const rooms = new TestRooms(storage);

    await expect(
      rooms.connect("ada", { epoch: "another" }),
    ).rejects.toMatchObject({ code: "OTHER_EPOCH" });
    const ben = await rooms.join("ben");
    expect(ben.last("welcome")?.epoch).toBe("stored");
  });
});

describe("a room's owner", () => {
  test("is who draws in it first", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    expect(ada.last("welcome")?.role).toBe("editor");
    ben.draw("a");
    ada.draw("b");
    await settled();

    expect((await rooms.storage.load(PLANS))?.room.owner).toBe("ben");
    const again = await rooms.join("ben");
    expect(again.last("welcome")?.role).toBe("owner");
  });

  test("may be who says something in it first", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.control({ kind: "chat", nonce: "1", text: "Hello" });
    await settled();

    expect((await rooms.storage.load(PLANS))?.room.owner).toBe("ada");
  });
});

test("a full room refuses one more, and lets its owner in", async () => {
  const rooms = new TestRooms();
  const owner = await rooms.join("ada");
  owner.control({ kind: "chat", nonce: "1", text: "Mine" });
  await settled();
  for (let i = 1; i < MAX_MEMBERS; i++) await rooms.connect(`${i}`);

  await expect(rooms.connect("one more")).rejects.toMatchObject({
    code: "ROOM_FULL",
    closeCode: 4503,
  });
  await rooms.connect("ada");
});

/** A shape that somebody has drawn. */
function update(id: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("shapes").set(id, 1);
  return Y.encodeStateAsUpdate(doc);
}

const from = (user: string) => ({
  user: asUserId(user),
  address: "192.0.2.1",
});

const visitOf = (user: string) => ({
  ...from(user),
  isStock: false,
  epoch: undefined,
  socket: new FakeMember(),
});

async function store(
  storage: BoardStorage,
  ...updates: Uint8Array[]
): Promise<void> {
  const ada = asUserId("ada");
  await storage.createRoom({
    id: PLANS,
    epoch: "stored",
    owner: ada,
    schema: 1,
    createdAt: 0,
  });
  for (const [i, bytes] of updates.entries())
    await storage.append(PLANS, { seq: i + 1, bytes, user: ada, at: 0 });
}
