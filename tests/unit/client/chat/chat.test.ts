import { beforeEach, describe, expect, test } from "vitest";
import { Chat } from "@/client/chat/chat";
import { OutboxStore } from "@/client/chat/outbox-store";
import { asBoardId, asUserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import { seededRandom } from "@/core/base/random";
import type {
  ChatMessage,
  ClientControl,
} from "@/core/protocol/control-message";
import { FakeClock } from "../../../support/fake-clock";

const me = createStore(asUserId("me"));
let sent: ClientControl[];
let isOnline: boolean;
let chat: Chat;
let clock: FakeClock;
let kept: Map<string, string>;

const message = (seq: number, author = "ben"): ChatMessage => ({
  seq,
  id: `m${seq}`,
  author,
  name: author,
  text: `message ${seq}`,
  at: seq,
  nonce: `${author}${seq}`,
});
const page = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => message(from + i));
const seqs = () => chat.state.get().messages.map(({ seq }) => seq);

const receive = (told: ChatMessage) =>
  chat.receive({ kind: "chat", message: told });
const receiveHistory = (messages: ChatMessage[], hasMore: boolean) =>
  chat.receive({ kind: "chat-history", messages, hasMore });

function open(seed = 1): Chat {
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return new Chat({
    room: asBoardId("plans"),
    me,
    here: () => ["ben"],
    clock,
    random: seededRandom(seed),
    outboxStore: new OutboxStore(storage, "/plans"),
    send: (control) => isOnline && sent.push(control) > 0,
  });
}

beforeEach(() => {
  sent = [];
  isOnline = true;
  clock = new FakeClock();
  kept = new Map();
  chat = open();
});

describe("history", () => {
  test("is fetched on connecting and is not unread", () => {
    chat.connected();
    expect(sent).toEqual([{ kind: "chat-history" }]);
    expect(chat.state.get().isLoading).toBe(true);
    receiveHistory(page(51, 100), true);
    expect(chat.state.get()).toMatchObject({
      isLoading: false,
      hasMore: true,
      unread: 0,
    });
  });

  test("pages back, once at a time, to its beginning", () => {
    receiveHistory(page(51, 100), true);
    chat.loadOlder();
    chat.loadOlder();
    expect(sent).toEqual([{ kind: "chat-history", before: 51 }]);
    receiveHistory(page(1, 50), false);
    expect(seqs()).toEqual(page(1, 100).map(({ seq }) => seq));
    chat.loadOlder();
    expect(sent).toHaveLength(1);
  });

  test("that could not be read is asked for again", () => {
    receiveHistory(page(51, 100), true);
    chat.loadOlder();
    chat.receive({ kind: "error", code: "CHAT_NOT_LOADED" });
    chat.loadOlder();
    expect(sent).toHaveLength(2);
  });

  test("after a cut brings what was missed, as unread", () => {
    receiveHistory(page(1, 10), false);
    receiveHistory(page(5, 14), true);
    expect(seqs()).toEqual(page(1, 14).map(({ seq }) => seq));
    expect(chat.state.get()).toMatchObject({ unread: 4, hasMore: false });
  });

  test("starts over when more was missed than a page holds", () => {
    receiveHistory(page(1, 10), false);
    chat.connected();
    receive(message(91));
    receiveHistory(page(42, 91), true);
    expect(seqs()).toEqual(page(42, 91).map(({ seq }) => seq));
    expect(chat.state.get().hasMore).toBe(true);
  });
});

const told = () => sent.map((m) => (m.kind === "chat" ? m.text : m.kind));

/** The server stores the message that was sent last. */
function storeNext(): void {
  const last = sent.filter((control) => control.kind === "chat").at(-1)!;
  const { nonce, text } = last;
  const seq = (seqs().at(-1) ?? 0) + 1;
  receive({ ...message(seq, "me"), nonce, text });
}

describe("a history that the server could not read", () => {
  test("is asked for again until there is one", () => {
    chat.connected();
    const failed = () =>
      chat.receive({ kind: "error", code: "CHAT_NOT_LOADED" });
    const asked = () => sent.filter(({ kind }) => kind === "chat-history");
    failed();
    clock.advance(5_000);
    expect(asked()).toHaveLength(2);
    failed();
    clock.advance(5_000);
    receiveHistory(page(1, 2), true);
    failed();
    clock.advance(60_000);
    expect(asked()).toHaveLength(3);
    expect(seqs()).toEqual([1, 2]);
  });

  test("leads its reader nowhere", () => {
    receiveHistory(page(60, 61), true);
    chat.goTo(3);
    chat.receive({ kind: "error", code: "CHAT_NOT_LOADED" });
    expect(chat.state.get().target).toBeUndefined();
  });
});

describe("a message of one's own", () => {
  test("waits until the server has stored it", () => {
    chat.send({ text: "Hello" });
    const { nonce } = chat.state.get().outgoing[0]!;
    expect(sent).toEqual([{ kind: "chat", nonce, text: "Hello" }]);
    receive({ ...message(1, "me"), nonce });
    expect(chat.state.get().outgoing).toEqual([]);
    expect(chat.state.get().unread).toBe(0);
  });

  test("written without a line is sent in order when it is back", () => {
    isOnline = false;
    chat.send({ text: "one" });
    chat.send({ text: "two" });
    isOnline = true;
    chat.connected();
    expect(told()).toEqual(["chat-history", "one"]);
    storeNext();
    expect(told()).toEqual(["chat-history", "one", "two"]);
  });

  test("that was refused can be sent again under the same nonce", () => {
    chat.send({ text: "fast" });
    const { nonce } = chat.state.get().outgoing[0]!;
    chat.receive({ kind: "error", code: "CHAT_NOT_STORED", nonce });
    expect(chat.state.get().outgoing[0]?.state).toBe("refused");
    chat.retry(nonce);
    expect(chat.state.get().outgoing[0]?.state).toBe("waiting");
    expect(sent.at(-1)).toEqual({ kind: "chat", nonce, text: "fast" });
  });

  test("of nothing but blanks is not sent", () => {
    chat.send({ text: "  \n " });
    expect(sent).toEqual([]);
  });
});

describe("unread messages", () => {
  beforeEach(() => receiveHistory([], false));

  test("are those of others since the chat was last read", () => {
    receive(message(1));
    receive(message(2, "me"));
    receive(message(3));
    expect(chat.state.get().unread).toBe(2);
    chat.setReading(true);
    expect(chat.state.get().unread).toBe(0);
    receive(message(4));
    expect(chat.state.get().unread).toBe(0);
    chat.setReading(false);
    receive(message(5));
    expect(chat.state.get().unread).toBe(1);
  });

  test("are counted once when the same message comes twice", () => {
    receive(message(1));
    receive(message(1));
    expect(chat.state.get().unread).toBe(1);
    expect(seqs()).toEqual([1]);
  });
});

describe("what waits to be sent", () => {
  test("is there after a reload, and sent under the same nonce", () => {
    isOnline = false;
    chat.send({ text: "one", replyTo: 3, shapes: ["a"] });
    chat.send({ text: "two" });
    chat = open(2);
    expect(chat.state.get().outgoing).toMatchObject([
      { text: "one", state: "waiting" },
      { text: "two", state: "waiting" },
    ]);
    const { nonce } = chat.state.get().outgoing[0]!;

    isOnline = true;
    chat.connected();
    expect(sent.at(-1)).toEqual({
      kind: "chat",
      nonce,
      text: "one",
      replyTo: 3,
      shapes: ["a"],
    });
    storeNext();
    storeNext();
    expect(kept.size).toBe(0);
    expect(open(3).state.get().outgoing).toEqual([]);
  });

  test("is not mixed up by another tab that waits, too", () => {
    isOnline = false;
    chat.send({ text: "one" });
    const other = open(2);
    other.send({ text: "two" });
    isOnline = true;
    chat.connected();
    storeNext();

    expect(
      open(3)
        .state.get()
        .outgoing.map(({ text }) => text),
    ).toEqual(["two"]);
  });

  test.each([
    ["CHAT_TOO_FAST", 1_000],
    ["CHAT_SLOW", 2_500],
  ] as const)("goes on by itself after %s", (code, after) => {
    chat.send({ text: "one" });
    chat.send({ text: "two" });
    const { nonce } = chat.state.get().outgoing[0]!;
    chat.receive({ kind: "error", code, nonce });
    expect(chat.state.get().outgoing[0]?.state).toBe("waiting");
    clock.advance(after - 1);
    expect(told()).toEqual(["one"]);

    clock.advance(1);
    expect(told()).toEqual(["one", "one"]);
    storeNext();
    expect(told()).toEqual(["one", "one", "two"]);
  });

  test("of somebody who may not write is shown as not sent", () => {
    chat.send({ text: "one" });
    const { nonce } = chat.state.get().outgoing[0]!;
    chat.receive({ kind: "error", code: "MAY_NOT_CHAT", nonce });
    expect(chat.state.get().outgoing[0]?.state).toBe("refused");
  });

  test("does not hold up what comes after it once it is refused", () => {
    chat.send({ text: "one" });
    chat.send({ text: "two" });
    const { nonce } = chat.state.get().outgoing[0]!;
    chat.receive({ kind: "error", code: "CHAT_NOT_STORED", nonce });
    expect(told()).toEqual(["one", "two"]);

    chat.discard(nonce);
    expect(chat.state.get().outgoing.map(({ text }) => text)).toEqual(["two"]);
  });

  test("survives a browser that keeps something else under its name", () => {
    kept.set("boardwalk.outbox./plans", '[{"nonce":7}]');
    expect(open(2).state.get().outgoing).toEqual([]);
  });
});

describe("a message that is edited or deleted", () => {
  test("stays in its place, and is not unread once more", () => {
    receiveHistory(page(1, 3), false);
    receive({ ...message(2), text: "new", editedAt: 9 });
    receive({ ...message(3), text: "", deletedAt: 9 });
    expect(chat.state.get().messages.map(({ text }) => text)).toEqual([
      "message 1",
      "new",
      "",
    ]);
    expect(chat.state.get().unread).toBe(0);
  });

  test("is passed over when it is older than all that is here", () => {
    receiveHistory(page(51, 100), true);
    receive({ ...message(7), text: "new", editedAt: 9 });
    expect(seqs()[0]).toBe(51);
  });

  test("says when the server refuses that", () => {
    receiveHistory(page(1, 1), false);
    expect(chat.edit(1, "mine")).toBe(true);
    chat.receive({ kind: "error", code: "CHAT_NOT_YOURS", seq: 1 });
    expect(chat.state.get().hasFailedToChange).toBe(true);
    isOnline = false;
    expect(chat.delete(1)).toBe(false);
  });
});

test("what was unread when the chat was opened stays marked until it is closed", () => {
  receiveHistory(page(1, 3), false);
  receive(message(4));
  receive(message(5));
  chat.setOpen(true);
  chat.setReading(true);
  receive(message(6));
  expect(chat.state.get()).toMatchObject({ newFrom: 4, unread: 0 });

  chat.setReading(false);
  chat.setOpen(false);
  chat.setOpen(true);
  expect(chat.state.get().newFrom).toBeUndefined();
});

describe("a change that the line may have lost", () => {
  const changes = () => sent.filter(({ kind }) => kind.startsWith("chat-edit"));

  test("is asked for again on the next line", () => {
    chat.connected();
    receiveHistory([message(1, "me")], false);
    chat.edit(1, "new");
    chat.cut();
    chat.connected();
    expect(changes()).toEqual([
      { kind: "chat-edit", seq: 1, text: "new" },
      { kind: "chat-edit", seq: 1, text: "new" },
    ]);
  });

  test("is not asked for again once it is seen, live or in the history", () => {
    chat.connected();
    receiveHistory([message(1, "me"), message(2, "me")], false);
    chat.edit(1, "new");
    receive({ ...message(1, "me"), text: "new", editedAt: 9 });
    chat.edit(2, "newer");
    receiveHistory([{ ...message(2, "me"), text: "newer", editedAt: 9 }], true);
    chat.connected();
    expect(changes()).toHaveLength(2);
  });

  test("is not asked for again once it was refused", () => {
    chat.connected();
    chat.edit(1, "new");
    chat.receive({ kind: "error", code: "CHAT_NOT_YOURS", seq: 1 });
    chat.connected();
    expect(changes()).toHaveLength(1);
  });
});

describe("going to a message", () => {
  test("loads older pages until it is there", () => {
    receiveHistory(page(101, 150), true);
    chat.goTo(30);
    receiveHistory(page(51, 100), true);
    expect(sent).toEqual([
      { kind: "chat-history", before: 101 },
      { kind: "chat-history", before: 51 },
    ]);
    receiveHistory(page(1, 50), false);
    expect(chat.state.get()).toMatchObject({ target: 30, isLoading: false });
    expect(sent).toHaveLength(2);
    chat.arrived();
    expect(chat.state.get().target).toBeUndefined();
  });

  test("ends when there is no such message", () => {
    receiveHistory(page(5, 9), false);
    chat.goTo(2);
    expect(chat.state.get().target).toBeUndefined();
  });
});

describe("who is typing", () => {
  test("is forgotten after five seconds, and once their message is there", () => {
    chat.receive({ kind: "typing", user: "ben" });
    chat.receive({ kind: "typing", user: "cleo" });
    chat.receive({ kind: "typing", user: "me" });
    expect(chat.typing.get()).toEqual(["ben", "cleo"]);
    clock.advance(4_000);
    chat.receive({ kind: "typing", user: "ben" });
    clock.advance(1_000);
    expect(chat.typing.get()).toEqual(["ben"]);
    receive(message(1, "ben"));
    expect(chat.typing.get()).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  test("is told at most every two seconds", () => {
    for (let i = 0; i < 5; i++) {
      chat.isTyping();
      clock.advance(1_000);
    }
    expect(sent).toHaveLength(3);
  });
});

describe("who comes and goes", () => {
  const visit = (user: string, event: "joined" | "left" = "joined") =>
    chat.receive({ kind: "visit", event, user, name: user, at: 1 });

  test("is noted, but not oneself", () => {
    visit("me");
    visit("cleo");
    expect(chat.visits.get().map(({ user }) => user)).toEqual(["cleo"]);
  });

  test("is not noted of those who were here before the line was cut", () => {
    chat.cut();
    visit("ben");
    visit("cleo");
    visit("ben", "left");
    expect(chat.visits.get()).toMatchObject([
      { user: "cleo", event: "joined" },
      { user: "ben", event: "left" },
    ]);
  });
});

describe("what waits for me", () => {
  const waitsIn = (room: string, seq: number) => ({
    room,
    seq,
    name: "Ben",
    text: "@me",
    at: 1,
    reason: "mention" as const,
  });

  test("is seen at once while I look at it", () => {
    receiveHistory([], false);
    chat.setReading(true);
    receive(message(1));
    chat.receive({
      kind: "notifications",
      items: [waitsIn("plans", 1), waitsIn("other", 5)],
    });
    expect(sent).toEqual([
      { kind: "notification-seen", room: "plans", seq: 1 },
    ]);
  });

  test("is seen when the chat was open before its messages came", () => {
    chat.setReading(true);
    chat.receive({ kind: "notifications", items: [waitsIn("plans", 2)] });
    expect(sent).toEqual([]);
    receiveHistory(page(1, 2), false);
    expect(sent).toEqual([
      { kind: "notification-seen", room: "plans", seq: 2 },
    ]);
  });

  test("waits until I look", () => {
    receiveHistory(page(1, 2), false);
    chat.receive({ kind: "notifications", items: [waitsIn("plans", 2)] });
    expect(sent).toEqual([]);
    chat.setReading(true);
    expect(sent).toHaveLength(1);
  });
});

describe("a search", () => {
  const found = (n: number, messages: ChatMessage[], hasMore = false) =>
    chat.receive({ kind: "chat-found", n, messages, hasMore });

  test("adds page to page, and forgets late answers", () => {
    chat.search.find("roof");
    chat.search.find(" door ");
    found(1, [message(9)]);
    expect(chat.search.state.get()?.found).toEqual([]);
    found(2, [message(8)], true);
    chat.search.findMore();
    expect(sent.at(-1)).toEqual({
      kind: "chat-search",
      n: 3,
      query: "door",
      before: 8,
    });
    found(3, [message(4)]);
    expect(chat.search.state.get()).toMatchObject({
      found: [{ seq: 8 }, { seq: 4 }],
      hasMore: false,
      isSearching: false,
    });
    chat.search.find("  ");
    expect(chat.search.state.get()).toBeUndefined();
  });

  test("has failed when the line is cut before its answer", () => {
    chat.search.find("roof");
    chat.cut();
    expect(chat.search.state.get()).toMatchObject({
      hasFailed: true,
      isSearching: false,
    });
  });

  test("says when it could not be made", () => {
    chat.search.find("roof");
    chat.receive({ kind: "error", code: "SEARCH_TOO_FAST", n: 1 });
    expect(chat.search.state.get()).toMatchObject({
      hasFailed: true,
      isSearching: false,
    });
  });
});
