import { describe, expect, test } from "vitest";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FailingStorage } from "../../../support/server-failing-storage";
import type { FakeMember } from "../../../support/server-fake-member";
import { settled, TestRooms } from "../../../support/server-room";

const say = (member: FakeMember, text: string, nonce = text) =>
  member.control({ kind: "chat", nonce, text });

const textsOf = (member: FakeMember) =>
  member.all("chat").map(({ message }) => message.text);

async function heard(rooms: TestRooms): Promise<void> {
  await settled();
  rooms.settle();
}

describe("the chat", () => {
  test("reaches everybody in the order of its numbers, with the author's name", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("Ada");
    const ben = await rooms.join("Ben");

    say(ada, "one");
    say(ben, "two");
    say(ada, "three");
    await heard(rooms);

    expect(ben.all("chat").map(({ message }) => message)).toMatchObject([
      { seq: 1, author: "Ada", name: "Ada", text: "one" },
      { seq: 2, author: "Ben", name: "Ben", text: "two" },
      { seq: 3, author: "Ada", name: "Ada", text: "three" },
    ]);
    expect(textsOf(ada)).toEqual(textsOf(ben));
  });

  test("is stored before anybody sees it", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("Ada");
    storage.hold();

    say(ada, "one");
    await heard(rooms);
    expect(textsOf(ada)).toEqual([]);
    storage.release();
    await heard(rooms);

    expect(textsOf(ada)).toEqual(["one"]);
  });

  test("takes a repeated message for the same one, and reminds only its author", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("Ada");
    const ben = await rooms.join("Ben");
    say(ada, "one", "nonce");
    await heard(rooms);

    say(ada, "one", "nonce");
    await heard(rooms);

    const [first, second] = ada.all("chat");
    expect(second).toEqual(first);
    expect(textsOf(ben)).toEqual(["one"]);
  });

  test("tells the author when a message could not be stored, and takes it when it comes again", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("Ada");
    const ben = await rooms.join("Ben");
    storage.isFailing = true;
    say(ada, "one", "nonce");
    await heard(rooms);
    expect(ada.all("error")).toEqual([
      { kind: "error", code: "CHAT_NOT_STORED", nonce: "nonce" },
    ]);

    storage.isFailing = false;
    say(ada, "one", "nonce");
    await heard(rooms);

    expect(textsOf(ben)).toEqual(["one"]);
  });

  test("has a history in pages, the newest first", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("Ada");
    for (let i = 1; i <= 120; i++) {
      say(ada, `${i}`);
      await heard(rooms);
      rooms.clock.advance(250);
    }
    const ben = await rooms.join("Ben");

    ben.control({ kind: "chat-history" });
    await settled();
    const pages = [ben.last("chat-history")!];
    while (pages.at(-1)!.hasMore) {
      const before = pages.at(-1)!.messages[0]!.seq;
      ben.control({ kind: "chat-history", before });
      await settled();
      pages.push(ben.last("chat-history")!);
    }

    expect(pages.map(({ messages }) => messages.length)).toEqual([50, 50, 20]);
    expect(pages[0]!.messages.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 50 }, (_, i) => 71 + i),
    );
  });

  test("says when its history cannot be read", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("Ada");
    storage.isFailing = true;

    ada.control({ kind: "chat-history" });
    await settled();

    expect(ada.all("error")).toEqual([
      { kind: "error", code: "CHAT_NOT_LOADED" },
    ]);
  });

  test("is not open to who has not said hello", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.connect("Ada");

    say(ada, "one");

    expect(ada.closed).toEqual({ code: 4400, reason: "BAD_MESSAGE" });
  });
});
