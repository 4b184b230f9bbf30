import { beforeEach, describe, expect, test } from "vitest";
import { Outbox } from "@/client/chat/outbox";
import { OutboxStore } from "@/client/chat/outbox-store";
import { seededRandom } from "@/core/base/random";
import type { ClientControl } from "@/core/protocol/control-message";
import { FakeClock } from "../../../support/fake-clock";

let clock: FakeClock;
let kept: Map<string, string>;

beforeEach(() => {
  clock = new FakeClock();
  kept = new Map();
});

/** A page's outbox; those of one test share the browser. */
function open(seed = 1) {
  const page = { sent: [] as ClientControl[], isOnline: true };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const outbox = new Outbox({
    clock,
    random: seededRandom(seed),
    store: new OutboxStore(storage, "/plans"),
    send: (message) => page.isOnline && page.sent.push(message) > 0,
  });
  const texts = () =>
    page.sent.map((one) => (one.kind === "chat" ? one.text : one.kind));
  const nonceOf = (text: string) =>
    outbox.messages.get().find((one) => one.text === text)!.nonce;
  const states = () =>
    outbox.messages.get().map(({ text, state }) => `${text} ${state}`);
  return { page, outbox, texts, nonceOf, states };
}

describe("messages", () => {
  test("go out one by one, each once the one before is stored", () => {
    const { outbox, texts, nonceOf, states } = open();
    outbox.add({ text: "one" });
    outbox.add({ text: "two" });
    outbox.add({ text: "three" });
    expect(texts()).toEqual(["one"]);

    outbox.stored([nonceOf("one")]);
    outbox.stored([nonceOf("two"), "somebody else's"]);
    expect(texts()).toEqual(["one", "two", "three"]);
    expect(states()).toEqual(["three waiting"]);
  });

  test("are not held up by what others have stored", () => {
    const { outbox, texts } = open();
    outbox.add({ text: "one" });
    outbox.add({ text: "two" });
    outbox.stored(["somebody else's"]);
    expect(texts()).toEqual(["one"]);
  });

  test("say only what was said: no empty lists", () => {
    const { page, outbox, nonceOf } = open();
    outbox.add({ text: "one", mentions: [], shapes: [] });
    const nonce = nonceOf("one");
    expect(page.sent).toEqual([{ kind: "chat", nonce, text: "one" }]);
  });

  test("of which one was under way when the line was cut is sent again under the same nonce", () => {
    const { page, outbox, nonceOf } = open();
    outbox.add({ text: "one" });
    outbox.connected();
    const nonce = nonceOf("one");
    expect(page.sent.map((one) => "nonce" in one && one.nonce)).toEqual([
      nonce,
      nonce,
    ]);
  });

  test("that were stored before the cut are not sent again once the history tells so", () => {
    const { page, outbox, texts, nonceOf } = open();
    outbox.add({ text: "one" });
    outbox.add({ text: "two" });
    page.isOnline = false;
    outbox.stored([nonceOf("one")]);
    page.isOnline = true;
    outbox.connected();
    expect(texts()).toEqual(["one", "two"]);
  });
});

describe("a refused message", () => {
  test("waits for its author, and those after it go on", () => {
    const { outbox, texts, nonceOf, states } = open();
    outbox.add({ text: "one" });
    outbox.add({ text: "two" });
    outbox.refused(nonceOf("one"));
    expect(texts()).toEqual(["one", "two"]);
    outbox.connected();
    expect(states()).toEqual(["one refused", "two waiting"]);
    expect(texts()).toEqual(["one", "two", "two"]);
  });

  test("goes out again before those that wait when its author wants so", () => {
    const { outbox, texts, nonceOf } = open();
    outbox.add({ text: "one" });
    outbox.add({ text: "two" });
    outbox.add({ text: "three" });
    outbox.refused(nonceOf("one"));
    outbox.retry(nonceOf("one"));
    outbox.stored([nonceOf("two")]);
    expect(texts()).toEqual(["one", "two", "one"]);
  });

  test("is gone for good once it is given up", () => {
    const { outbox, nonceOf } = open();
    outbox.add({ text: "one" });
    outbox.refused(nonceOf("one"));
    outbox.discard(nonceOf("one"));
    expect(outbox.messages.get()).toEqual([]);
    expect(open(2).outbox.messages.get()).toEqual([]);
  });

  test("is there after a reload, and sent with the rest", () => {
    const { outbox, nonceOf } = open();
    outbox.add({ text: "one" });
    outbox.refused(nonceOf("one"));
    expect(open(2).states()).toEqual(["one waiting"]);
  });
});

describe("a message that came too soon", () => {
  test("holds the others back for a second, then goes first", () => {
    const { outbox, texts, nonceOf } = open();
    outbox.add({ text: "one" });
    outbox.refused(nonceOf("one"), 1_000);
    outbox.add({ text: "two" });
    clock.advance(999);
    expect(texts()).toEqual(["one"]);
    clock.advance(1);
    expect(texts()).toEqual(["one", "one"]);
    outbox.stored([nonceOf("one")]);
    expect(texts()).toEqual(["one", "one", "two"]);
  });

  test("leaves no timer behind when the page goes", () => {
    const { outbox, nonceOf } = open();
    outbox.add({ text: "one" });
    outbox.refused(nonceOf("one"), 1_000);
    outbox.dispose();
    expect(clock.pending).toBe(0);
  });
});

describe("what a former page left waiting", () => {
  test("is sent once, before what is written now", () => {
    const before = open();
    before.page.isOnline = false;
    before.outbox.add({ text: "one" });
    before.outbox.add({ text: "two" });

    const now = open(2);
    now.outbox.add({ text: "three" });
    expect(now.texts()).toEqual(["one"]);
    for (const text of ["one", "two", "three"])
      now.outbox.stored([now.nonceOf(text)]);
    now.outbox.connected();
    expect(now.texts()).toEqual(["one", "two", "three"]);
    expect(open(3).outbox.messages.get()).toEqual([]);
  });

  test("goes out of two tabs under one nonce, and out of both once it is stored", () => {
    const before = open();
    before.page.isOnline = false;
    before.outbox.add({ text: "one" });
    const nonce = before.nonceOf("one");

    const tabs = [open(2), open(3)];
    for (const { outbox } of tabs) outbox.connected();
    for (const { outbox } of tabs) outbox.stored([nonce]);

    for (const { page, outbox } of tabs) {
      expect(page.sent).toEqual([{ kind: "chat", nonce, text: "one" }]);
      expect(outbox.messages.get()).toEqual([]);
    }
    expect(kept.size).toBe(0);
  });
});
