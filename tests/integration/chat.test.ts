import { describe, expect, test } from "vitest";
import { asBoardId, asUserId } from "@/core/base/ids";
import type { ClientControl } from "@/core/protocol/control-message";
import {
  MAX_ATTACHED_SHAPES,
  MAX_CHAT_LENGTH,
  MAX_MENTIONS,
  MAX_QUERY_LENGTH,
} from "@/core/protocol/limits";
import { LinkedBoard } from "../support/linked-board";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { visitor } from "../support/visitor";

/** Ada and Ben on one board. */
async function open() {
  const server = await startServer();
  const join = (name: string, options = {}, room = "plans") =>
    RawClient.join(`${server.syncUrl}/${room}`, name, options);
  const ada = await join("Ada");
  const ben = await join("Ben");
  return { server, join, ada, ben };
}

/** Says something, and resolves with its seq once its author and these others have heard it: by then they have heard all that was said before, too. */
async function say(
  author: RawClient,
  text: string,
  others: readonly RawClient[] = [],
  more: Omit<
    Extract<ClientControl, { kind: "chat" }>,
    "kind" | "text" | "nonce"
  > = {},
): Promise<number> {
  author.control({ kind: "chat", nonce: text.slice(0, 64), text, ...more });
  const isIt = (one: RawClient) => one.last("chat")?.message.text === text;
  await Promise.all(
    [author, ...others].map((one) => one.until(() => isIt(one))),
  );
  return author.last("chat")!.message.seq;
}

const errorsOf = (client: RawClient) =>
  client.all("error").map(({ code, ...rest }) => ({ code, ...rest }));
const textsOf = (client: RawClient) =>
  client.all("chat").map(({ message }) => message.text);

describe("a message", () => {
  test("is neither edited nor deleted by another person, who alone is told so", async () => {
    const { join, ada, ben } = await open();
    const seq = await say(ada, "mine", [ben]);

    ben.control({ kind: "chat-edit", seq, text: "Ben's" });
    ben.control({ kind: "chat-delete", seq });
    await ben.until(() => ben.all("error").length === 2);
    await say(ben, "oh", [ada]);

    expect(errorsOf(ben)).toEqual([
      { kind: "error", code: "CHAT_NOT_YOURS", seq },
      { kind: "error", code: "CHAT_NOT_YOURS", seq },
    ]);
    expect(errorsOf(ada)).toEqual([]);
    expect(textsOf(ada)).toEqual(["mine", "oh"]);
    const cleo = await join("Cleo");
    cleo.control({ kind: "chat-history" });
    await cleo.until(() => cleo.has("chat-history"));
    expect(cleo.last("chat-history")?.messages[0]).toMatchObject({
      text: "mine",
    });
  });

  test("that its author edits and then deletes is so for everybody, and for who comes later", async () => {
    const { join, ada, ben } = await open();
    const seq = await say(ada, "helo", [ben], { shapes: ["a"] });

    ada.control({ kind: "chat-edit", seq, text: "hello" });
    await ben.until(() => textsOf(ben).length === 2);
    expect(ben.last("chat")?.message).toMatchObject({
      seq,
      text: "hello",
      shapes: ["a"],
      editedAt: expect.any(Number),
    });
    ada.control({ kind: "chat-delete", seq });
    await ben.until(() => textsOf(ben).length === 3);
    await ada.until(() => textsOf(ada).length === 3);

    const gone = ben.last("chat")!.message;
    expect(gone).toMatchObject({
      seq,
      text: "",
      deletedAt: expect.any(Number),
    });
    expect(gone.shapes).toBeUndefined();
    expect(ada.last("chat")?.message).toEqual(gone);
    const cleo = await join("Cleo");
    cleo.control({ kind: "chat-history" });
    await cleo.until(() => cleo.has("chat-history"));
    expect(cleo.last("chat-history")?.messages).toEqual([gone]);
  });

  test("that is deleted cannot be edited any more", async () => {
    const { ada } = await open();
    const seq = await say(ada, "gone");
    ada.control({ kind: "chat-delete", seq });
    await ada.until(() => ada.last("chat")?.message.deletedAt !== undefined);

    ada.control({ kind: "chat-edit", seq, text: "back" });
    await ada.until(() => ada.has("error"));

    expect(ada.last("error")).toMatchObject({ code: "CHAT_NOT_YOURS", seq });
  });

  test("that answers one that there is not is refused, and nobody hears of it", async () => {
    const { ada, ben } = await open();
    await say(ada, "one", [ben]);

    for (const replyTo of [0, 2, Number.MAX_SAFE_INTEGER])
      ben.control({ kind: "chat", nonce: `${replyTo}`, text: "?", replyTo });
    await ben.until(() => ben.all("error").length === 3);
    await say(ben, "two", [ada], { replyTo: 1 });

    const code = "CHAT_NO_SUCH_MESSAGE";
    expect(errorsOf(ben)).toMatchObject([
      { code, nonce: "0" },
      { code, nonce: "2" },
      { code, nonce: `${Number.MAX_SAFE_INTEGER}` },
    ]);
    expect(textsOf(ada)).toEqual(["one", "two"]);
    expect(ada.last("chat")?.message.replyTo).toBe(1);
  });

  test("that is sent twice is one message", async () => {
    const { ada, ben } = await open();
    await say(ada, "once", [ben]);
    ada.control({ kind: "chat", nonce: "once", text: "once" });
    await ada.until(() => textsOf(ada).length === 2);
    await say(ada, "then", [ben]);

    expect(textsOf(ben)).toEqual(["once", "then"]);
    expect(ada.all("chat").map(({ message }) => message.seq)).toEqual([
      1, 1, 2,
    ]);
  });

  test("is refused when too many come at once, and the line stays", async () => {
    const { ada, ben } = await open();
    for (let i = 1; i <= 12; i++)
      ada.control({ kind: "chat", nonce: `${i}`, text: `${i}` });
    await ada.until(() => textsOf(ada).length + errorsOf(ada).length === 12);

    expect(ada.last("error")).toMatchObject({
      code: "CHAT_TOO_FAST",
      nonce: "12",
    });
    expect(ada.isOpen).toBe(true);
    expect(errorsOf(ben)).toEqual([]);
  });
});

describe("whoever is called by name", () => {
  const waiting = (client: RawClient) => client.last("notifications")?.items;

  test("is told at their next welcome, in another room and once", async () => {
    const { server, join, ada } = await open();
    const { user, headers } = await visitor(server);
    const mentions = [{ user, name: "Cleo" }];
    const seq = await say(ada, "@Cleo, look", [], { mentions });

    const cleo = await join("Cleo", { headers }, "elsewhere");
    await cleo.until(() => waiting(cleo)?.length === 1);
    expect(waiting(cleo)).toMatchObject([
      { room: "plans", seq, name: "Ada", text: "@Cleo, look" },
    ]);
    expect(cleo.all("notifications")).toHaveLength(1);
    cleo.control({ kind: "notification-seen", room: "plans", seq });
    await cleo.until(() => waiting(cleo)?.length === 0);
    await cleo.leave();

    const again = await join("Cleo", { headers }, "elsewhere");
    await again.until(() => again.has("notifications"));
    expect(waiting(again)).toEqual([]);
  });

  test("finds it gone in all their tabs once it is seen in one", async () => {
    const { server, join, ada } = await open();
    const { user, headers } = await visitor(server);
    const here = await join("Cleo", { headers });
    const there = await join("Cleo", { headers }, "elsewhere");
    const mentions = [{ user, name: "Cleo" }];
    const seq = await say(ada, "@Cleo!", [here], { mentions });
    await here.until(() => waiting(here)?.length === 1);
    await there.until(() => waiting(there)?.length === 1);

    here.control({ kind: "notification-seen", room: "plans", seq });
    await there.until(() => waiting(there)?.length === 0);
    await here.until(() => waiting(here)?.length === 0);
  });

  test("reads what the message has become, and nothing once it is deleted", async () => {
    const { server, join, ada } = await open();
    const { user, headers } = await visitor(server);
    const cleo = await join("Cleo", { headers }, "elsewhere");
    const mentions = [{ user, name: "Cleo" }];
    const seq = await say(ada, "@Cleo, helo", [], { mentions });
    await cleo.until(() => waiting(cleo)?.length === 1);

    ada.control({ kind: "chat-edit", seq, text: "@Cleo, hello" });
    await cleo.until(() => waiting(cleo)?.[0]?.text === "@Cleo, hello");
    ada.control({ kind: "chat-delete", seq });
    await cleo.until(() => waiting(cleo)?.length === 0);
  });

  test("is whoever is answered, too, but nobody is told of their own", async () => {
    const { server, join, ben } = await open();
    const { user, headers } = await visitor(server);
    const cleo = await join("Cleo", { headers });
    const mentions = [{ user, name: "Cleo" }];
    const seq = await say(cleo, "@Cleo asks", [ben], { mentions });
    await say(cleo, "Cleo adds", [ben], { replyTo: seq });
    const answer = await say(ben, "yes", [cleo], { replyTo: seq });
    await cleo.until(() => (waiting(cleo)?.length ?? 0) > 0);

    expect(waiting(cleo)).toMatchObject([{ seq: answer, reason: "reply" }]);
    expect(waiting(ben)).toEqual([]);
  });
});

describe("what goes on in the room", () => {
  test("tells the others who is typing, and the page does not show it to whoever types", async () => {
    const { server, ben } = await open();
    const cleo = await new LinkedBoard(server.syncUrl, "Cleo").isLive();
    const dora = await new LinkedBoard(server.syncUrl, "Dora").isLive();

    cleo.chat.isTyping();
    await ben.until(() => ben.has("typing"));
    await expect.poll(() => dora.chat.typing.get()).toHaveLength(1);
    expect(dora.chat.typing.get()).toEqual([ben.last("typing")!.user]);
    cleo.chat.send({ text: "there" });
    await expect.poll(() => dora.chat.typing.get()).toEqual([]);

    await expect.poll(() => cleo.chat.state.get().messages.length).toBe(1);
    expect(cleo.chat.typing.get()).toEqual([]);
  });

  test("tells that a person comes, but not of their second tab or of a reload", async () => {
    const { server, join, ada } = await open();
    const { user, headers } = await visitor(server);
    const visits = () =>
      ada.all("visit").map((one) => `${one.name} ${one.event}`);

    const cleo = await join("Cleo", { headers });
    await ada.until(() => visits().includes("Cleo joined"));
    expect(ada.last("visit")).toMatchObject({ user, at: expect.any(Number) });
    const tab = await join("Cleo", { headers });
    await tab.leave();
    await cleo.leave();
    const again = await join("Cleo", { headers });
    await say(again, "back", [ada]);
    await join("Dora");
    await ada.until(() => visits().includes("Dora joined"));

    expect(visits().slice(-2)).toEqual(["Cleo joined", "Dora joined"]);
  });

  test("shows the others where somebody points, and whose slot it is", async () => {
    const { ada, ben } = await open();
    const at = { x: -3.5, y: 1e6 };

    ada.control({ kind: "look", at });
    await ben.until(() => ben.has("look"));

    const { slot } = ada.last("welcome")!;
    expect(ben.last("look")).toEqual({ kind: "look", slot, at });
  });

  test("refuses to point without end, to whoever does it alone", async () => {
    const { ada, ben } = await open();
    for (let i = 0; i < 5; i++)
      ada.control({ kind: "look", at: { x: i, y: 0 } });
    await ada.until(() => ada.has("error"));

    expect(ada.last("error")?.code).toBe("LOOK_TOO_FAST");
    await say(ada, "sorry", [ben]);
    expect(errorsOf(ben)).toEqual([]);
    expect(ben.all("look").length).toBeLessThan(5);
  });
});

describe("a search", () => {
  test("finds a message that is older than the page of history", async () => {
    const { server, join, ada } = await open();
    await say(ada, "the ROOF leaks");
    const many = Array.from({ length: 60 }, (_, i) => `note ${i}`);
    for (const text of many) {
      await server.storage.addMessage(asBoardId("plans"), {
        id: text,
        author: asUserId("somebody"),
        name: "Somebody",
        text,
        nonce: text,
        at: 1,
      });
    }
    const cleo = await join("Cleo");

    cleo.control({ kind: "chat-history" });
    await cleo.until(() => cleo.has("chat-history"));
    expect(cleo.last("chat-history")!.messages[0]!.seq).toBeGreaterThan(1);
    cleo.control({ kind: "chat-search", n: 7, query: "roof" });
    await cleo.until(() => cleo.has("chat-found"));
    expect(cleo.last("chat-found")).toMatchObject({
      n: 7,
      messages: [{ seq: 1, text: "the ROOF leaks" }],
      hasMore: false,
    });
  });

  test("goes on where its page ended, to the end", async () => {
    const { server, ada } = await open();
    await say(ada, "first one");
    for (let i = 0; i < 24; i++)
      await server.storage.addMessage(asBoardId("plans"), {
        id: `m${i}`,
        author: asUserId("somebody"),
        name: "Somebody",
        text: `one ${i}`,
        nonce: `${i}`,
        at: 1,
      });

    ada.control({ kind: "chat-search", n: 1, query: "one" });
    await ada.until(() => ada.has("chat-found"));
    const { messages, hasMore } = ada.last("chat-found")!;
    expect(messages.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, i) => 25 - i),
    );
    expect(hasMore).toBe(true);
    const before = messages.at(-1)!.seq;
    ada.control({ kind: "chat-search", n: 2, query: "one", before });
    await ada.until(() => ada.last("chat-found")?.n === 2);

    expect(ada.last("chat-found")).toMatchObject({
      messages: [{ seq: 5 }, { seq: 4 }, { seq: 3 }, { seq: 2 }, { seq: 1 }],
      hasMore: false,
    });
  });

  test("takes what is looked for as it is written, and finds nothing that was deleted", async () => {
    const { ada } = await open();
    await say(ada, "100 percent");
    await say(ada, "100% sure");
    const seq = await say(ada, "100% gone");
    ada.control({ kind: "chat-delete", seq });
    await ada.until(() => ada.last("chat")?.message.deletedAt !== undefined);

    ada.control({ kind: "chat-search", n: 1, query: "0% " });
    await ada.until(() => ada.has("chat-found"));

    const found = ada.last("chat-found")!.messages.map(({ text }) => text);
    expect(found).toEqual(["100% sure"]);
  });

  test("is refused when too many come at once, with its number", async () => {
    const { ada, ben } = await open();
    for (let n = 1; n <= 15; n++)
      ada.control({ kind: "chat-search", n, query: "a" });
    await ada.until(
      () => ada.all("error").length + ada.all("chat-found").length === 15,
    );

    expect(ada.last("error")).toMatchObject({ code: "SEARCH_TOO_FAST", n: 15 });
    expect(ada.isOpen).toBe(true);
    expect(errorsOf(ben)).toEqual([]);
  });
});

describe("a chat message that breaks the protocol", () => {
  const chat = { kind: "chat", nonce: "1", text: "hi" } as const;
  const mention = { user: "u", name: "Ben" };
  const bad: Record<string, ClientControl> = {
    "is too long": { ...chat, text: "a".repeat(MAX_CHAT_LENGTH + 1) },
    "is empty": { ...chat, text: "" },
    "calls too many by name": {
      ...chat,
      mentions: Array.from({ length: MAX_MENTIONS + 1 }, () => mention),
    },
    "calls somebody without a name": {
      ...chat,
      mentions: [{ user: "u", name: "" }],
    },
    "points to too many shapes": {
      ...chat,
      shapes: Array.from({ length: MAX_ATTACHED_SHAPES + 1 }, (_, i) => `${i}`),
    },
    "answers half a message": { ...chat, replyTo: 1.5 },
    "is emptied by an edit": { kind: "chat-edit", seq: 1, text: "" },
    "is a search for too much": {
      kind: "chat-search",
      n: 1,
      query: "a".repeat(MAX_QUERY_LENGTH + 1),
    },
    "is seen in what is no room": {
      kind: "notification-seen",
      room: "NOT A ROOM",
      seq: 1,
    },
    "points out nowhere": { kind: "look", at: { x: 1e12, y: 0 } },
  };

  test.each(Object.entries(bad))(
    "since it %s ends the line of its author, and the others go on",
    async (_, message) => {
      const { ada, ben } = await open();
      ben.control(message);

      expect(await ben.whenClosed()).toEqual({
        code: 4400,
        reason: "BAD_CONTROL",
      });
      await say(ada, "still here");
      expect(textsOf(ada)).toEqual(["still here"]);
      expect(errorsOf(ada)).toEqual([]);
    },
  );
});
