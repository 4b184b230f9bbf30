import { describe, expect, test } from "vitest";
import { asBoardId, asUserId } from "@/core/base/ids";
import type { ClientControl } from "@/core/protocol/control-message";
import { Notifier } from "@/server/notifications/notifier";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FakeClock } from "../../../support/fake-clock";
import { FailingStorage } from "../../../support/server-failing-storage";
import type { FakeMember } from "../../../support/server-fake-member";
import { PLANS, settled, TestRooms } from "../../../support/server-room";

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
const OTHER = asBoardId("other");

async function heard(rooms: TestRooms): Promise<void> {
  await settled();
  rooms.settle();
}

async function joinOther(rooms: TestRooms, user: string): Promise<FakeMember> {
  const member = await rooms.connectTo(OTHER, user);
  member.hello(user);
  member.sync();
  await heard(rooms);
  return member;
}

const waiting = (member: FakeMember) =>
  member.last("notifications")?.items.map(({ text }) => text);

const mention = (text: string): ClientControl => ({
  kind: "chat",
  nonce: text.slice(0, 20),
  text,
  mentions: [{ user: "Ben", name: "Ben" }],
});

test("who is called by name in another room is told at once", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("Ada");
  const ben = await joinOther(rooms, "Ben");
  expect(waiting(ben)).toEqual([]);

  ada.control(mention("Look, @Ben!"));
  await heard(rooms);

  expect(ben.last("notifications")?.items).toEqual([
    {
      room: PLANS,
      seq: 1,
      name: "Ada",
      text: "Look, @Ben!",
      at: expect.any(Number),
      reason: "mention",
    },
  ]);
  expect(waiting(ada)).toEqual([]);
});

test("what waited is told to whoever comes, and gone in all tabs once it is seen in one", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("Ada");
  ada.control(mention("@Ben"));
  await heard(rooms);
  const here = await rooms.join("Ben");
  const there = await joinOther(rooms, "Ben");
  await heard(rooms);
  expect([waiting(here), waiting(there)]).toEqual([["@Ben"], ["@Ben"]]);

  here.control({ kind: "notification-seen", room: PLANS, seq: 1 });
  await heard(rooms);

  expect([waiting(here), waiting(there)]).toEqual([[], []]);
  expect(here.all("notifications")).toHaveLength(2);
});

test("an answer is told to whom it answers, but nobody to themselves", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("Ada");
  const ben = await rooms.join("Ben");
  ben.control({ kind: "chat", nonce: "1", text: "When?" });
  await heard(rooms);

  ben.control({ kind: "chat", nonce: "2", text: "Hm.", replyTo: 1 });
  ada.control({ kind: "chat", nonce: "3", text: "Now.", replyTo: 1 });
  await heard(rooms);

  expect(ben.last("notifications")?.items).toMatchObject([
    { text: "Now.", reason: "reply" },
  ]);
});

test("a name that the message does not call is not told", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("Ada");
  const ben = await rooms.join("Ben");

  ada.control(mention("Hello all"));
  await heard(rooms);

  expect(waiting(ben)).toEqual([]);
});

test("a message that is deleted waits for nobody any more", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("Ada");
  const ben = await rooms.join("Ben");
  ada.control(mention("@Ben"));
  await heard(rooms);
  expect(waiting(ben)).toEqual(["@Ben"]);

  ada.control({ kind: "chat-delete", seq: 1 });
  await heard(rooms);

  expect(waiting(ben)).toEqual([]);
});

test("a long message is told in part", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("Ada");
  const ben = await rooms.join("Ben");

  ada.control(mention(`@Ben ${"😀".repeat(500)}`));
  await heard(rooms);

  const [text] = waiting(ben)!;
  expect(text).toHaveLength(199);
  expect(text).not.toMatch(/\p{Cs}/u);
});

describe("while the disk fails", () => {
  test("people come in all the same, and are told with the next message", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("Ada");
    ada.control(mention("@Ben, one"));
    await heard(rooms);
    const hall = await joinOther(rooms, "Cleo");
    storage.isFailing = true;

    const ben = await joinOther(rooms, "Ben");
    expect(ben.all("welcome")).toHaveLength(1);
    expect(waiting(ben)).toBeUndefined();
    expect(rooms.errors).toContain("notifications could not be read");
    storage.isFailing = false;
    ada.control(mention("@Ben, two"));
    await heard(rooms);

    expect(waiting(ben)).toEqual(["@Ben, two", "@Ben, one"]);
    expect(hall.closed).toBeUndefined();
  });

  test("what waits is read again until that works, and told then", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("Ada");
    ada.control(mention("@Ben"));
    await heard(rooms);
    // So that the room is in memory, and can be joined while nothing can be read.
    await joinOther(rooms, "Cleo");
    storage.isFailing = true;
    const ben = await joinOther(rooms, "Ben");

    for (let i = 0; i < 5; i++) {
      rooms.clock.advance(1_000);
      await heard(rooms);
    }
    expect(waiting(ben)).toBeUndefined();
    storage.isFailing = false;
    rooms.clock.advance(10_000);
    await heard(rooms);

    expect(waiting(ben)).toEqual(["@Ben"]);
    const failure = "notifications could not be read";
    expect(rooms.errors.filter((error) => error === failure)).toHaveLength(1);
  });

  test("nothing is read for those who have left", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const clock = new FakeClock();
    const notifier = new Notifier({ storage, clock, log: SILENT });
    storage.isFailing = true;
    const leave = notifier.subscribe(asUserId("Ben"), () => {});
    await settled();
    expect(clock.pending).toBe(1);

    leave();

    expect(clock.pending).toBe(0);
  });

  test("what is seen goes on waiting, and nobody is sent away", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("Ada");
    const ben = await rooms.join("Ben");
    ada.control(mention("@Ben"));
    await heard(rooms);
    storage.isFailing = true;

    ben.control({ kind: "notification-seen", room: PLANS, seq: 1 });
    await heard(rooms);

    expect(rooms.errors).toContain("what was seen could not be stored");
    expect(waiting(ben)).toEqual(["@Ben"]);
    expect(ben.closed).toBeUndefined();
  });
});

test("whoever has left is told nothing, and is told all when they come back", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("Ada");
  const ben = await joinOther(rooms, "Ben");
  ben.leave();
  ada.control(mention("@Ben"));
  await heard(rooms);
  expect(waiting(ben)).toEqual([]);

  const again = await joinOther(rooms, "Ben");
  expect(waiting(again)).toEqual(["@Ben"]);
});
