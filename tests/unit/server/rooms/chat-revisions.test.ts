import { describe, expect, test } from "vitest";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FailingStorage } from "../../../support/server-failing-storage";
import type { FakeMember } from "../../../support/server-fake-member";
import { settled, TestRooms } from "../../../support/server-room";

async function heard(rooms: TestRooms): Promise<void> {
  await settled();
  rooms.settle();
}

async function conversation(storage?: FailingStorage) {
  const rooms = new TestRooms(storage);
  const ada = await rooms.join("Ada");
  const ben = await rooms.join("Ben");
  ada.control({ kind: "chat", nonce: "1", text: "helo" });
  await heard(rooms);
  return { rooms, ada, ben };
}

const newest = (member: FakeMember) => member.last("chat")?.message;

describe("a message", () => {
  test("that its author edits is the same message with another text, for everybody", async () => {
    const { rooms, ada, ben } = await conversation();

    ada.control({ kind: "chat-edit", seq: 1, text: "hello" });
    await heard(rooms);

    const editedAt = expect.any(Number);
    expect(newest(ben)).toMatchObject({ seq: 1, text: "hello", editedAt });
    expect(newest(ada)).toEqual(newest(ben));
  });

  test("that its author deletes leaves nothing but its place", async () => {
    const { rooms, ada, ben } = await conversation();

    ada.control({ kind: "chat-delete", seq: 1 });
    await heard(rooms);

    const deletedAt = expect.any(Number);
    expect(newest(ben)).toMatchObject({ seq: 1, text: "", deletedAt });
  });

  test("is neither edited nor deleted by anybody else, who alone is told so", async () => {
    const { rooms, ada, ben } = await conversation();

    ben.control({ kind: "chat-edit", seq: 1, text: "Ben's" });
    ben.control({ kind: "chat-delete", seq: 1 });
    ben.control({ kind: "chat-delete", seq: 7 });
    await heard(rooms);

    const refusal = { kind: "error", code: "CHAT_NOT_YOURS" };
    expect(ben.all("error")).toEqual([
      { ...refusal, seq: 1 },
      { ...refusal, seq: 1 },
      { ...refusal, seq: 7 },
    ]);
    expect(ada.all("error")).toEqual([]);
    expect(ada.all("chat")).toHaveLength(1);
  });

  test("whose change the disk refuses stays as it is, and its author is told so", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const { rooms, ada, ben } = await conversation(storage);
    storage.isFailing = true;

    ada.control({ kind: "chat-edit", seq: 1, text: "hello" });
    await heard(rooms);

    expect(ada.all("error")).toEqual([
      { kind: "error", code: "CHAT_NOT_STORED", seq: 1 },
    ]);
    expect(ben.all("chat")).toHaveLength(1);
  });

  test("may answer another, but not one that there is not", async () => {
    const { rooms, ada, ben } = await conversation();

    ben.control({ kind: "chat", nonce: "2", text: "yes", replyTo: 1 });
    ben.control({ kind: "chat", nonce: "3", text: "no", replyTo: 9 });
    await heard(rooms);

    expect(newest(ada)).toMatchObject({ text: "yes", replyTo: 1 });
    expect(ben.all("error")).toEqual([
      { kind: "error", code: "CHAT_NO_SUCH_MESSAGE", nonce: "3" },
    ]);
  });

  test("that answers keeps its place among those that do not", async () => {
    const { rooms, ada, ben } = await conversation();

    ben.control({ kind: "chat", nonce: "2", text: "first", replyTo: 1 });
    ben.control({ kind: "chat", nonce: "3", text: "second" });
    await heard(rooms);

    const texts = ada.all("chat").map(({ message }) => message.text);
    expect(texts).toEqual(["helo", "first", "second"]);
  });

  test("is found by a part of it", async () => {
    const { rooms, ben } = await conversation();

    ben.control({ kind: "chat-search", n: 4, query: "HEL" });
    await heard(rooms);

    expect(ben.last("chat-found")).toMatchObject({
      n: 4,
      messages: [{ text: "helo" }],
      hasMore: false,
    });
  });
});

test("searching without end is refused, and nobody else notices", async () => {
  const { ada, ben } = await conversation();

  for (let n = 1; n <= 11; n++)
    ben.control({ kind: "chat-search", n, query: "a" });

  expect(ben.all("error")).toEqual([
    { kind: "error", code: "SEARCH_TOO_FAST", n: 11 },
  ]);
  expect(ada.all("error")).toEqual([]);
});

test("who types is told to the room, and no more often than every two seconds", async () => {
  const { rooms, ada, ben } = await conversation();

  for (let i = 0; i < 10; i++) ada.control({ kind: "chat-typing" });
  rooms.settle();

  expect(ben.all("typing")).toEqual([
    { kind: "typing", user: "Ada" },
    { kind: "typing", user: "Ada" },
  ]);
  expect(ada.closed).toBeUndefined();
});

test("a place is pointed out to everybody, but not without end", async () => {
  const { rooms, ada, ben } = await conversation();
  const at = { x: 12, y: -5 };

  for (let i = 0; i < 4; i++) ada.control({ kind: "look", at });
  rooms.settle();

  const { slot } = ada.last("welcome")!;
  expect(ben.all("look")).toHaveLength(3);
  expect(ben.last("look")).toEqual({ kind: "look", slot, at });
  expect(ada.all("error")).toEqual([{ kind: "error", code: "LOOK_TOO_FAST" }]);
});

test("who comes and goes is told, but no reload and no second tab", async () => {
  const { rooms, ada, ben } = await conversation();
  const tab = await rooms.join("Ben");
  tab.leave();
  ben.leave();
  rooms.clock.advance(3_000);
  const again = await rooms.join("Ben");
  rooms.clock.advance(10_000);
  again.leave();
  rooms.clock.advance(6_000);

  expect(ada.all("visit").map(({ event, name }) => `${name} ${event}`)).toEqual(
    ["Ada joined", "Ben joined", "Ben left"],
  );
});
