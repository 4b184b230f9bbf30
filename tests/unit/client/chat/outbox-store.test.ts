import { describe, expect, test } from "vitest";
import { OutboxStore, type KeyValueStorage } from "@/client/chat/outbox-store";
import { MAX_CHAT_LENGTH, MAX_NAME_LENGTH } from "@/core/protocol/limits";

const KEY = "boardwalk.outbox./plans";

function browser(kept: Map<string, string>): KeyValueStorage {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function open(content?: unknown) {
  const kept = new Map<string, string>();
  if (content !== undefined) kept.set(KEY, JSON.stringify(content));
  return { kept, store: new OutboxStore(browser(kept), "/plans") };
}

test("what is kept is read as waiting, in the order in which it was written", () => {
  const { store } = open();
  const mentions = [{ user: "u1", name: "Ben" }];
  store.add({ nonce: "a", text: "one", replyTo: 4, mentions, shapes: ["s"] });
  store.add({ nonce: "b", text: "two" });

  expect(store.read()).toEqual([
    {
      nonce: "a",
      text: "one",
      replyTo: 4,
      mentions,
      shapes: ["s"],
      state: "waiting",
    },
    { nonce: "b", text: "two", state: "waiting" },
  ]);
});

test("tabs of one room change only their own entries, and rooms do not see each other's", () => {
  const { kept, store } = open();
  const tab = new OutboxStore(browser(kept), "/plans");
  const elsewhere = new OutboxStore(browser(kept), "/other");
  store.add({ nonce: "a", text: "one" });
  tab.add({ nonce: "b", text: "two" });
  elsewhere.add({ nonce: "c", text: "three" });
  store.remove("a");

  expect(tab.read().map(({ nonce }) => nonce)).toEqual(["b"]);
  expect(elsewhere.read().map(({ nonce }) => nonce)).toEqual(["c"]);
});

test("nothing is left in the browser once nothing waits", () => {
  const { kept, store } = open();
  store.add({ nonce: "a", text: "one" });
  store.remove("unknown");
  expect(kept.size).toBe(1);
  store.remove("a");
  expect(kept.size).toBe(0);
});

describe("what the server would close the line for", () => {
  const fits = { nonce: "a", text: "hi" };
  test.each([
    ["is no list", { nonce: "a", text: "hi" }],
    ["has no nonce", [{ text: "hi" }]],
    ["is empty", [{ ...fits, text: "" }]],
    ["is too long", [{ ...fits, text: "a".repeat(MAX_CHAT_LENGTH + 1) }]],
    ["answers what is no number", [{ ...fits, replyTo: "1" }]],
    ["calls nobody", [{ ...fits, mentions: [{ user: "u", name: "" }] }]],
    [
      "calls a name that is too long",
      [
        {
          ...fits,
          mentions: [{ user: "u", name: "n".repeat(MAX_NAME_LENGTH + 1) }],
        },
      ],
    ],
    ["points to what is no shape", [{ ...fits, shapes: [7] }]],
  ])("is not read: it %s", (_, content) => {
    const { store } = open(content);
    expect(store.read()).toEqual([]);

    store.add({ nonce: "b", text: "new" });
    expect(store.read()).toMatchObject([{ nonce: "b" }]);
  });

  test("does not take with it what is whole beside it", () => {
    const { store } = open([{ nonce: 7 }, fits, { ...fits, text: "" }]);
    expect(store.read()).toEqual([{ ...fits, state: "waiting" }]);
  });

  test("is not read: it is no JSON", () => {
    const kept = new Map([[KEY, "[{"]]);
    expect(new OutboxStore(browser(kept), "/plans").read()).toEqual([]);
  });
});

describe("a browser", () => {
  test("that keeps nothing is done without", () => {
    const store = new OutboxStore(undefined, "/plans");
    store.add({ nonce: "a", text: "one" });
    store.remove("a");
    expect(store.read()).toEqual([]);
  });

  test("whose storage is full or forbidden is done without", () => {
    const fail = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const full = new OutboxStore(
      { getItem: () => null, setItem: fail, removeItem: fail },
      "/plans",
    );
    full.add({ nonce: "a", text: "one" });
    full.remove("a");
    const forbidden = new OutboxStore(
      { getItem: fail, setItem: fail, removeItem: fail },
      "/plans",
    );
    expect(forbidden.read()).toEqual([]);
  });
});
