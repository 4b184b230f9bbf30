import { describe, expect, test } from "vitest";
import { MessageBook } from "@/client/chat/message-book";
import type { ChatMessage } from "@/core/protocol/control-message";

const message = (
  seq: number,
  more: Partial<ChatMessage> = {},
): ChatMessage => ({
  seq,
  id: `m${seq}`,
  author: "ben",
  name: "Ben",
  text: `message ${seq}`,
  at: seq,
  nonce: `n${seq}`,
  ...more,
});
const page = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => message(from + i));
const seqsOf = (messages: readonly ChatMessage[]) =>
  messages.map(({ seq }) => seq);
const range = (from: number, to: number) => seqsOf(page(from, to));

describe("a page", () => {
  test("of an empty chat is its whole", () => {
    const book = new MessageBook();
    expect(book.putPage([], false)).toEqual([]);
    expect(book).toMatchObject({ messages: [], hasMore: false, newestSeq: 0 });
  });

  test("before what is here goes in front, and says whether there is more", () => {
    const book = new MessageBook();
    book.putPage(page(51, 100), true);
    expect(book.hasMore).toBe(true);
    expect(book.putPage(page(1, 50), false)).toEqual([]);
    expect(seqsOf(book.messages)).toEqual(range(1, 100));
    expect(book.hasMore).toBe(false);
  });

  test("that came before what is said just now joins it without a gap", () => {
    const book = new MessageBook();
    book.put(message(101));
    book.putPage(page(52, 100), true);
    expect(seqsOf(book.messages)).toEqual(range(52, 101));
    expect(book.hasMore).toBe(true);
  });

  test("shows that there is more even when so much was said before it came", () => {
    const book = new MessageBook();
    for (const one of page(30, 100)) book.put(one);
    book.putPage(page(51, 100), true);
    expect(book.hasMore).toBe(true);
    expect(book.messages[0]?.seq).toBeLessThanOrEqual(51);
  });

  test("is not joined to what was said long before it came", () => {
    const book = new MessageBook();
    book.put(message(10));
    book.put(message(70));
    book.putPage(page(21, 70), true);
    expect(seqsOf(book.messages)).toEqual(range(21, 70));
    expect(book.hasMore).toBe(true);
  });
});

describe("after a cut", () => {
  const connectedAgain = () => {
    const book = new MessageBook();
    book.putPage(page(1, 10), false);
    book.connected();
    return book;
  };

  test("what was missed is added, and is what is new", () => {
    const book = connectedAgain();
    expect(seqsOf(book.putPage(page(1, 14), false))).toEqual(range(11, 14));
    expect(seqsOf(book.messages)).toEqual(range(1, 14));
  });

  test("what came live before the page is new, too", () => {
    const book = connectedAgain();
    expect(book.put(message(14))).toBe(true);
    expect(seqsOf(book.putPage(page(1, 14), false))).toEqual(range(11, 14));
  });

  test("a page that follows exactly leaves no gap", () => {
    const book = connectedAgain();
    book.putPage(page(11, 60), true);
    expect(seqsOf(book.messages)).toEqual(range(1, 60));
    expect(book.hasMore).toBe(false);
  });

  test("a page beyond a gap stands alone, with what came live after it", () => {
    const book = connectedAgain();
    book.put(message(62));
    book.putPage(page(12, 61), true);
    expect(seqsOf(book.messages)).toEqual(range(12, 62));
    expect(book.hasMore).toBe(true);
    book.putPage(page(1, 11), false);
    expect(seqsOf(book.messages)).toEqual(range(1, 62));
    expect(book.hasMore).toBe(false);
  });

  test("what was changed meanwhile is as the page has it, and not new", () => {
    const book = connectedAgain();
    const deleted = message(9, { text: "", deletedAt: 99 });
    expect(book.putPage([deleted, message(10)], true)).toEqual([]);
    expect(book.messages[8]).toEqual(deleted);
    expect(book.hasMore).toBe(false);
  });
});

describe("a message that is changed", () => {
  test("is not new, and stays in its place", () => {
    const book = new MessageBook();
    book.putPage(page(1, 3), false);
    expect(book.put(message(2, { text: "new", editedAt: 9 }))).toBe(false);
    expect(book.messages.map(({ text }) => text)).toEqual([
      "message 1",
      "new",
      "message 3",
    ]);
  });

  test("is left out while its page is not here, and read with it as it is then", () => {
    const book = new MessageBook();
    book.putPage(page(51, 100), true);
    const edited = message(7, { text: "new", editedAt: 9 });
    expect(book.put(edited)).toBe(false);
    expect(book.has(7)).toBe(false);
    book.putPage([...page(1, 6), edited, ...page(8, 50)], false);
    expect(book.messages[6]).toEqual(edited);
  });
});
