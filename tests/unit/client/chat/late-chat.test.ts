import { beforeEach, describe, expect, test, vi } from "vitest";
import { LateChat } from "@/client/chat/late-chat";
import { asBoardId, asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { createStore } from "@/core/base/store";
import type {
  ChatMessage,
  ClientControl,
  ServerControl,
} from "@/core/protocol/control-message";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let sent: ClientControl[];
let late: LateChat;

beforeEach(() => {
  clock = new FakeClock();
  sent = [];
  late = new LateChat({
    room: asBoardId("plans"),
    me: createStore(asUserId("me")),
    here: () => [],
    clock,
    random: seededRandom(1),
    storage: undefined,
    basePath: "",
    send: (message) => sent.push(message) > 0,
  });
});

const message = (seq: number): ChatMessage => ({
  seq,
  id: `m${seq}`,
  author: "ben",
  name: "Ben",
  text: `message ${seq}`,
  at: seq,
  nonce: `n${seq}`,
});
const said = (seq: number): ServerControl => ({
  kind: "chat",
  message: message(seq),
});
const waitsIn = (room: string) => ({
  room,
  seq: 1,
  name: "Ben",
  text: "@me",
  at: 1,
  reason: "mention" as const,
});
const loaded = () => vi.waitFor(() => expect(late.whole.get()).toBeDefined());

describe("the chat's code", () => {
  test("comes a moment after the line is there, and asks for the history then", async () => {
    late.connected();
    clock.advance(1_499);
    expect(sent).toEqual([]);
    clock.advance(1);
    await loaded();
    expect(sent).toEqual([{ kind: "chat-history" }]);
    expect(clock.pending).toBe(0);
  });

  test("comes at once when somebody wants the chat, and but once", async () => {
    late.load();
    await loaded();
    const whole = late.whole.get();
    expect(sent).toEqual([]);
    late.connected();
    clock.advance(1_500);
    late.load();
    expect(late.whole.get()).toBe(whole);
    expect(sent).toEqual([{ kind: "chat-history" }]);
  });

  test("is not asked for the history while the line is cut", async () => {
    late.connected();
    late.cut();
    clock.advance(1_500);
    await loaded();
    expect(sent).toEqual([]);
    late.connected();
    expect(sent).toEqual([{ kind: "chat-history" }]);
  });

  test("is not waited for once the page goes", async () => {
    late.connected();
    late.dispose();
    expect(clock.pending).toBe(0);
    late.load();
    await import("@/client/chat/chat");
    await Promise.resolve();
    expect(late.whole.get()).toBeUndefined();
  });
});

test("what was told before the code came is in the chat, and counted as unread", async () => {
  late.connected();
  late.receive(said(4));
  late.receive(said(5));
  late.receive({
    kind: "notifications",
    items: [waitsIn("plans"), waitsIn("other")],
  });
  late.load();
  await loaded();

  const chat = late.whole.get()!;
  expect(chat.state.get().messages.map(({ seq }) => seq)).toEqual([4, 5]);
  expect(late.unread.get()).toBe(2);
  expect(late.waiting.get()).toBe(1);
  late.receive(said(6));
  expect(late.unread.get()).toBe(3);
});

test("what was told before a cut leaves no gap in the chat", async () => {
  late.connected();
  late.receive(said(4));
  late.cut();
  late.connected();
  late.load();
  await loaded();
  late.receive({
    kind: "chat-history",
    messages: Array.from({ length: 50 }, (_, i) => message(i + 21)),
    hasMore: true,
  });

  const { messages, hasMore } = late.whole.get()!.state.get();
  expect(messages[0]?.seq).toBe(21);
  expect(hasMore).toBe(true);
});
