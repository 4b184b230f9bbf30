import { describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { asShapeId } from "@/core/base/ids";
import { MAX_MESSAGE_BYTES } from "@/core/protocol/limits";
import type { LiveBegin } from "@/core/protocol/live-begin";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FakeClock } from "../support/fake-clock";
import { RawClient } from "../support/raw-client";
import { startServer, startServerInMemory } from "../support/server";
import { FailingStorage } from "../support/server-failing-storage";
import { joinStock } from "../support/stock-client";
import { openTestStorage } from "../support/storage/open-test-storage";
import { temporaryFolder } from "../support/storage/temporary-folder";

const begin: LiveBegin = {
  kind: "begin",
  gesture: 1,
  what: "ink",
  shape: asShapeId("shape-1"),
  at: { x: 1, y: 2 },
  stroke: "#000000",
  strokeWidth: 2,
  opacity: 1,
  hasPressure: false,
};

/** Content that does not shrink. */
const bulk = (bytes: number) =>
  new Uint8Array(bytes).map((_, i) => (i * 7919) % 256);

describe("a room over real sockets", () => {
  test("says saved only after the commit", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const { syncUrl } = await startServer({ storage });
    const ada = await RawClient.join(`${syncUrl}/plans`);
    const ben = await RawClient.join(`${syncUrl}/plans`, "Ben");
    storage.hold();
    ada.doc.getMap("shapes").set("a", 1);
    const n = ada.barrier();

    // The others see it, and the server has answered later questions, while the commit is still under way.
    await ben.until(() => ben.doc.getMap("shapes").has("a"));
    ada.control({ kind: "chat-history" });
    await ada.until(() => ada.has("chat-history"));
    expect(ada.all("saved")).toEqual([]);
    storage.release();

    await ada.until(() => ada.has("saved"));
    expect(ada.last("saved")).toEqual({ kind: "saved", n, seq: 1 });
  });

  test("keeps its document and its chat over a restart", async () => {
    const dataDir = await temporaryFolder();
    const first = await startServer({
      storage: await openTestStorage(dataDir),
    });
    const ada = await RawClient.join(`${first.syncUrl}/plans`);
    ada.doc.getMap("shapes").set("a", 1);
    ada.control({ kind: "chat", nonce: "1", text: "Hello" });
    await ada.until(() => ada.has("chat"));
    await ada.saved();
    const epoch = ada.last("welcome")!.epoch;
    await first.stop();
    expect(await ada.whenClosed()).toMatchObject({ code: 1012 });

    const second = await startServer({
      storage: await openTestStorage(dataDir),
    });
    const ben = await RawClient.join(
      `${second.syncUrl}/plans?epoch=${epoch}`,
      "Ben",
    );
    ben.control({ kind: "chat-history" });
    await ben.until(() => ben.has("chat-history"));

    expect(ben.doc.getMap("shapes").toJSON()).toEqual({ a: 1 });
    expect(ben.last("chat-history")?.messages).toMatchObject([
      { seq: 1, name: "Ada", text: "Hello", nonce: "1" },
    ]);
  });

  test("carries a big paste both ways, to our own clients and to stock ones", async () => {
    const { syncUrl } = await startServerInMemory();
    const ada = await RawClient.join(`${syncUrl}/plans`);
    const ben = await RawClient.join(`${syncUrl}/plans`, "Ben");
    const stock = await joinStock(syncUrl, "plans");

    ada.doc.getMap("shapes").set("ours", bulk(1_500_000));
    stock.doc.getMap("shapes").set("stock", bulk(1_500_000));

    const has = (doc: Y.Doc) => doc.getMap("shapes").size === 2;
    await Promise.all([
      ada.until(() => has(ada.doc)),
      ben.until(() => has(ben.doc)),
      vi.waitUntil(() => has(stock.doc), { timeout: 20_000 }),
    ]);
    await ada.saved();
    expect(Math.max(...ben.sizes)).toBeLessThan(MAX_MESSAGE_BYTES);
    const late = await RawClient.join(`${syncUrl}/plans`, "Late");
    const lateStock = await joinStock(syncUrl, "plans");
    for (const doc of [ben.doc, stock.doc, late.doc, lateStock.doc])
      expect(sameContent(doc, ada.doc)).toBe(true);
  });

  test("gives the rest to one who comes back with half of it and work of their own", async () => {
    const { syncUrl } = await startServerInMemory();
    const ada = await RawClient.join(`${syncUrl}/plans`);
    const ben = await RawClient.join(`${syncUrl}/plans`, "Ben");
    ada.doc.getMap("shapes").set("a", 1);
    await ben.until(() => ben.doc.getMap("shapes").has("a"));
    await ben.leave();
    ben.doc.getMap("shapes").set("offline", 2);
    ada.doc.getMap("shapes").set("b", 3);
    await ada.saved();

    const again = await RawClient.join(`${syncUrl}/plans`, "Ben", {
      doc: ben.doc,
    });
    await again.saved();

    expect(again.doc.getMap("shapes").toJSON()).toEqual({
      a: 1,
      b: 3,
      offline: 2,
    });
    await ada.until(() => ada.doc.getMap("shapes").has("offline"));
  });

  test("shows gestures to the others and to joiners, and cancels those of who leaves", async () => {
    const { syncUrl } = await startServerInMemory();
    const ada = await RawClient.join(`${syncUrl}/plans`);
    const ben = await RawClient.join(`${syncUrl}/plans`, "Ben");
    const slot = ben.last("welcome")!.slot;
    ben.gesture(begin, { kind: "cursor", at: { x: 5, y: 6 } });
    await ada.until(() => ada.live.length === 2);

    const cy = await RawClient.join(`${syncUrl}/plans`, "Cy");
    ben.socket.terminate();
    await cy.until(() => cy.live.length === 2);

    expect(ada.live.slice(0, 2)).toEqual([
      { slot, entry: begin },
      { slot, entry: { kind: "cursor", at: { x: 5, y: 6 } } },
    ]);
    expect(cy.live).toEqual([
      { slot, entry: begin },
      { slot, entry: { kind: "cancel", gesture: 1 } },
    ]);
  });

  test("keeps the chat in one order for everybody", async () => {
    const { syncUrl } = await startServerInMemory();
    const people = await Promise.all(
      ["Ada", "Ben", "Cy"].map((name) =>
        RawClient.join(`${syncUrl}/plans`, name),
      ),
    );
    for (let i = 0; i < 9; i++)
      for (const [p, person] of people.entries())
        person.control({ kind: "chat", nonce: `${p}/${i}`, text: `${p}/${i}` });

    const heard = await Promise.all(
      people.map(async (person) => {
        await person.until(() => person.all("chat").length === 27);
        return person.all("chat").map(({ message }) => message.text);
      }),
    );

    expect(heard[1]).toEqual(heard[0]);
    expect(heard[2]).toEqual(heard[0]);
    for (const p of [0, 1, 2])
      expect(heard[0]!.filter((text) => text.startsWith(`${p}/`))).toEqual(
        Array.from({ length: 9 }, (_, i) => `${p}/${i}`),
      );
  });
});

describe("what breaks a connection", () => {
  test.each<[string, (socket: WebSocket) => void, number]>([
    ["garbage", (socket) => socket.send(bulk(100)), 4400],
    ["text", (socket) => socket.send("hello"), 4400],
    [
      "a message above 1 MiB",
      (socket) => socket.send(bulk(MAX_MESSAGE_BYTES + 1)),
      1009,
    ],
    ["a spoilt frame", (socket) => rawSocketOf(socket).write("rubbish"), 1002],
  ])("%s ends it alone", async (_, send, code) => {
    const { syncUrl } = await startServerInMemory();
    const ada = await RawClient.join(`${syncUrl}/plans`);
    const ben = await RawClient.join(`${syncUrl}/plans`, "Ben");
    const cy = await RawClient.join(`${syncUrl}/plans`, "Cy");

    send(cy.socket);
    expect((await cy.whenClosed()).code).toBe(code);
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();

    await ben.until(() => ben.doc.getMap("shapes").has("a"));
    expect(ada.isOpen && ben.isOpen).toBe(true);
  });

  test("a stock client's message in too many pieces ends it", async () => {
    const { syncUrl } = await startServerInMemory();
    const socket = new WebSocket(`${syncUrl}/plans`);
    const closed = new Promise((resolve) => socket.on("close", resolve));
    socket.on("error", () => {});
    await new Promise((resolve) => socket.on("open", resolve));

    for (let i = 0; i < 1_100; i++)
      socket.send(new Uint8Array([0]), { fin: false });

    expect(await closed).toBe(1008);
  });
});

describe("the count of people", () => {
  test("rises at once, counts a second tab once, and falls after a grace", async () => {
    const clock = new FakeClock();
    const { url, syncUrl } = await startServerInMemory({ clock });
    const ada = await RawClient.join(`${syncUrl}/plans`);
    const visit = await fetch(`${url}/`);
    const cookie = visit.headers.get("set-cookie")!.split(";")[0]!;
    const page = { origin: url, headers: { cookie } };
    const tab = () => RawClient.join(`${syncUrl}/plans`, "Ben", page);
    const [first, second] = [await tab(), await tab()];
    expect(second.last("count")?.people).toBe(2);

    await first.leave();
    await second.leave();
    await vi.waitUntil(() => {
      clock.advance(20);
      return ada.all("roster").flatMap(({ left }) => left).length === 2;
    });
    expect(ada.last("count")?.people).toBe(2);
    clock.advance(5_000);
    await ada.until(() => ada.last("count")?.people === 1);

    expect(ada.all("count").map(({ people }) => people)).toEqual([1, 2, 1]);
  });
});

/** The TCP socket under a client's WebSocket. */
function rawSocketOf(socket: WebSocket): { write(text: string): void } {
  return (socket as unknown as { _socket: { write(text: string): void } })
    ._socket;
}

function sameContent(a: Y.Doc, b: Y.Doc): boolean {
  return Buffer.from(Y.encodeStateVector(a)).equals(Y.encodeStateVector(b));
}
