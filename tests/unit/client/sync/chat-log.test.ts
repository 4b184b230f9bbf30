import { beforeEach, describe, expect, test } from "vitest";
import { ChatLog } from "@/client/sync/chat-log";
import { asUserId } from "@/core/base/ids";
import { createStore } from "@/core/base/store";
import { seededRandom } from "@/core/base/random";
import type {
  ChatMessage,
  ClientControl,
} from "@/core/protocol/control-message";

const me = createStore(asUserId("me"));
let sent: ClientControl[];
let isOnline: boolean;
let chat: ChatLog;

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

beforeEach(() => {
  sent = [];
  isOnline = true;
  chat = new ChatLog({
    me,
    random: seededRandom(1),
    send: (control) => isOnline && sent.push(control) > 0,
  });
});

describe("history", () => {
  test("is fetched on connecting and is not unread", () => {
    chat.connected();
    expect(sent).toEqual([{ kind: "chat-history" }]);
    expect(chat.state.get().isLoading).toBe(true);
    chat.receiveHistory(page(51, 100), true);
    expect(chat.state.get()).toMatchObject({
      isLoading: false,
      hasMore: true,
      unread: 0,
    });
  });

  test("pages back, once at a time, to its beginning", () => {
    chat.receiveHistory(page(51, 100), true);
    chat.loadOlder();
    chat.loadOlder();
    expect(sent).toEqual([{ kind: "chat-history", before: 51 }]);
    chat.receiveHistory(page(1, 50), false);
    expect(seqs()).toEqual(page(1, 100).map(({ seq }) => seq));
    chat.loadOlder();
    expect(sent).toHaveLength(1);
  });

  test("that could not be read is asked for again", () => {
    chat.receiveHistory(page(51, 100), true);
    chat.loadOlder();
    chat.receiveHistoryFailure();
    chat.loadOlder();
    expect(sent).toHaveLength(2);
  });

  test("after a cut brings what was missed, as unread", () => {
    chat.receiveHistory(page(1, 10), false);
    chat.receiveHistory(page(5, 14), true);
    expect(seqs()).toEqual(page(1, 14).map(({ seq }) => seq));
    expect(chat.state.get()).toMatchObject({ unread: 4, hasMore: false });
  });

  test("starts over when more was missed than a page holds", () => {
    chat.receiveHistory(page(1, 10), false);
    chat.connected();
    chat.receiveMessage(message(91));
    chat.receiveHistory(page(42, 91), true);
    expect(seqs()).toEqual(page(42, 91).map(({ seq }) => seq));
    expect(chat.state.get().hasMore).toBe(true);
  });
});

describe("a message of one's own", () => {
  test("waits until the server has stored it", () => {
    chat.send("Hello");
    const { nonce } = chat.state.get().outgoing[0]!;
    expect(sent).toEqual([{ kind: "chat", nonce, text: "Hello" }]);
    chat.receiveMessage({ ...message(1, "me"), nonce });
    expect(chat.state.get().outgoing).toEqual([]);
    expect(chat.state.get().unread).toBe(0);
  });

  test("written without a line is sent in order when it is back", () => {
    isOnline = false;
    chat.send("one");
    chat.send("two");
    isOnline = true;
    chat.connected();
    expect(sent.map((m) => (m.kind === "chat" ? m.text : m.kind))).toEqual([
      "chat-history",
      "one",
      "two",
    ]);
  });

  test("that was refused can be sent again under the same nonce", () => {
    chat.send("fast");
    const { nonce } = chat.state.get().outgoing[0]!;
    chat.receiveRefusal(nonce);
    expect(chat.state.get().outgoing[0]?.state).toBe("refused");
    chat.retry(nonce);
    expect(chat.state.get().outgoing[0]?.state).toBe("waiting");
    expect(sent.at(-1)).toEqual({ kind: "chat", nonce, text: "fast" });
  });

  test("of nothing but blanks is not sent", () => {
    chat.send("  \n ");
    expect(sent).toEqual([]);
  });
});

describe("unread messages", () => {
  beforeEach(() => chat.receiveHistory([], false));

  test("are those of others since the chat was last read", () => {
    chat.receiveMessage(message(1));
    chat.receiveMessage(message(2, "me"));
    chat.receiveMessage(message(3));
    expect(chat.state.get().unread).toBe(2);
    chat.setReading(true);
    expect(chat.state.get().unread).toBe(0);
    chat.receiveMessage(message(4));
    expect(chat.state.get().unread).toBe(0);
    chat.setReading(false);
    chat.receiveMessage(message(5));
    expect(chat.state.get().unread).toBe(1);
  });

  test("are counted once when the same message comes twice", () => {
    chat.receiveMessage(message(1));
    chat.receiveMessage(message(1));
    expect(chat.state.get().unread).toBe(1);
    expect(seqs()).toEqual([1]);
  });
});
