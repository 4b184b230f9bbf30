import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { asBoardId, asUserId } from "@/core/base/ids";
import { titleOf, writeTitle } from "@/core/board/title";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { encodeUpdate } from "@/server/rooms/sync-messages";
import { claimOf } from "../support/hostile-updates";
import { RawClient } from "../support/raw-client";
import { startServer, type TestServer } from "../support/server";
import { joinStock } from "../support/stock-client";
import { TcpProxy } from "../support/tcp-proxy";
import { documentOf } from "../support/storage/document-of";
import { visitor } from "../support/visitor";

// What honest people do that looks like an attack: all of it must be taken.

const PLANS = asBoardId("plans");

/** Somebody in the room, until they leave. */
interface Here {
  readonly doc: Y.Doc;
  readonly leave: () => Promise<void>;
}

interface Person {
  readonly join: (
    server: Pick<TestServer, "syncUrl">,
    doc: Y.Doc,
  ) => Promise<Here>;
}

/** With our client: the same person however often they come. */
async function ours(server: TestServer): Promise<Person> {
  const { cookie } = await visitor(server);
  return {
    join: async ({ syncUrl }, doc) => {
      const origin = new URL(syncUrl.replace("ws", "http")).origin;
      const client = await RawClient.join(`${syncUrl}/plans`, "Ada", {
        headers: { cookie, origin },
        doc,
      });
      return { doc, leave: () => client.leave() };
    },
  };
}

/** With a stock client and no cookie: somebody new each time. */
const stock: Person = {
  join: async ({ syncUrl }, doc) => {
    const { provider } = await joinStock(syncUrl, "plans", doc);
    return { doc, leave: async () => provider.destroy() };
  },
};

const KINDS: readonly [string, (server: TestServer) => Promise<Person>][] = [
  ["our client", ours],
  ["a stock client", async () => stock],
];

const historyOf = (doc: Y.Doc): string =>
  Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString("base64");

/** Resolves once all of them, whoever joins, and the disk have the same. */
async function alike(server: TestServer, ...docs: Y.Doc[]): Promise<Y.Doc> {
  const joiner = await RawClient.join(`${server.syncUrl}/plans`);
  const all = [...docs, joiner.doc].map((doc) => () => historyOf(doc));
  await vi.waitUntil(
    () => new Set(all.map((history) => history())).size === 1,
    {
      timeout: 12_000,
    },
  );
  await joiner.saved();
  const stored = documentOf(await server.storage.load(PLANS));
  expect(historyOf(stored)).toBe(historyOf(joiner.doc));
  await joiner.leave();
  return stored;
}

const wordsIn = (doc: Y.Doc) => doc.getText("words");

function give(from: Y.Doc, to: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

/** A document of the same client, as it is kept by one whose line has died. */
function sameClient(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  give(doc, copy);
  copy.clientID = doc.clientID;
  return copy;
}

/** Leaves behind clocks without content. */
function typeAndDelete(doc: Y.Doc, letters = 20): void {
  const words = wordsIn(doc);
  for (let i = 0; i < letters; i++) words.insert(words.length, "x");
  words.delete(words.length - letters, letters);
}

describe.each(KINDS)("with %s", (_, personOf) => {
  test("5,000 letters that are typed and deleted again", async () => {
    const server = await startServer();
    const person = await personOf(server);
    const doc = new Y.Doc();
    wordsIn(doc).insert(0, "kept");
    typeAndDelete(doc, 5_000);
    doc.transact(() => {
      doc.getMap("pictures").set("a", new Y.Text("gone with its parent"));
      doc.getMap("pictures").delete("a");
    });

    const here = await person.join(server, doc);
    doc.transact(() => typeAndDelete(doc, 5_000));

    const stored = await alike(server, here.doc);
    expect(wordsIn(stored).toJSON()).toBe("kept");
  });

  test("coming back before the old line is known to be dead", async () => {
    const server = await startServer();
    const person = await personOf(server);
    const line = await TcpProxy.to(server.server.port);
    onTestFinished(() => line.close());
    const syncUrl = `ws://127.0.0.1:${line.port}/sync`;
    const ghost = await person.join({ syncUrl }, new Y.Doc());
    wordsIn(ghost.doc).insert(0, "before ");
    await alike(server, ghost.doc);
    const doc = sameClient(ghost.doc);
    typeAndDelete(doc);
    wordsIn(doc).insert(doc.getText("words").length, "after");

    line.silence();
    const here = await person.join(server, doc);
    typeAndDelete(here.doc);

    const stored = await alike(server, here.doc);
    expect(wordsIn(stored).toJSON()).toBe("before after");
  });

  test("offline work of two people, exchanged without the server and returned by either", async () => {
    const server = await startServer();
    const [ada, ben] = [await personOf(server), await personOf(server)];
    const docs = [new Y.Doc(), new Y.Doc()] as const;
    wordsIn(docs[0]).insert(0, "one ");
    for (const [i, person] of [ada, ben].entries()) {
      const here = await person.join(server, docs[i]!);
      await alike(server, here.doc);
      await here.leave();
    }
    // Both are away.
    wordsIn(docs[0]).insert(4, "two ");
    typeAndDelete(docs[0]);
    wordsIn(docs[0]).insert(8, "three ");
    give(docs[0], docs[1]);
    wordsIn(docs[1]).insert(14, "four");
    typeAndDelete(docs[1]);

    const bensHere = await ben.join(server, docs[1]);
    const adasHere = await ada.join(server, docs[0]);

    const stored = await alike(server, bensHere.doc, adasHere.doc);
    expect(wordsIn(stored).toJSON()).toBe("one two three four");
  });

  test("what the server has lost, brought back by those who had heard of it", async () => {
    const whole = await startServer({
      storage: new MemoryBoardStorage(mergeUpdates),
    });
    const [ada, ben] = [await personOf(whole), await personOf(whole)];
    const adas = await ada.join(whole, new Y.Doc());
    const bens = await ben.join(whole, new Y.Doc());
    wordsIn(adas.doc).insert(0, "one ");
    await alike(whole, adas.doc, bens.doc);
    const board = await whole.storage.load(PLANS);
    wordsIn(adas.doc).insert(4, "two ");
    await alike(whole, adas.doc, bens.doc);
    wordsIn(bens.doc).insert(8, "three");
    await alike(whole, adas.doc, bens.doc);
    await Promise.all([adas.leave(), bens.leave()]);

    const lost = new MemoryBoardStorage(mergeUpdates);
    await lost.createRoom(board!.room);
    for (const update of board!.updates) await lost.append(PLANS, update);
    await lost.addClientIds(PLANS, await whole.storage.clientIds(PLANS));
    const server = await startServer({ storage: lost });
    // Ada does not come back.
    const here = await ben.join(server, bens.doc);

    const stored = await alike(server, here.doc);
    expect(wordsIn(stored).toJSON()).toBe("one two three");
  });

  test("another client id, which Yjs has taken after a collision", async () => {
    const server = await startServer();
    const person = await personOf(server);
    const first = await person.join(server, new Y.Doc());
    wordsIn(first.doc).insert(0, "a");
    await alike(server, first.doc);
    const twin = new Y.Doc();
    twin.clientID = first.doc.clientID;

    const second = await person.join(server, twin);
    await vi.waitUntil(() => twin.clientID !== first.doc.clientID);
    wordsIn(twin).insert(1, "b");
    typeAndDelete(twin);
    await vi.waitUntil(() => wordsIn(first.doc).length === 2);
    wordsIn(first.doc).insert(2, "c");

    const stored = await alike(server, first.doc, second.doc);
    expect(wordsIn(stored).toJSON()).toBe("abc");
    // y-websocket itself cannot leave under another id than it came with.
    twin.clientID = first.doc.clientID;
  });

  test("the undoing of a first title", async () => {
    const server = await startServer();
    const person = await personOf(server);
    const here = await person.join(server, new Y.Doc());
    wordsIn(here.doc).insert(0, "a");
    const history = new Y.UndoManager(here.doc.getMap("meta"));
    here.doc.transact(() => writeTitle(here.doc, "Plans"));
    await alike(server, here.doc);

    history.undo();

    const stored = await alike(server, here.doc);
    expect(titleOf(stored)).toBeUndefined();
    history.destroy();
  });
});

test("a second tab brings what the first has drawn, and deleted, without a line", async () => {
  const server = await startServer();
  const person = await ours(server);
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  const here = await person.join(server, first);
  wordsIn(first).insert(0, "one ");
  await alike(server, first);
  await here.leave();
  typeAndDelete(first);
  wordsIn(first).insert(4, "two");
  const other = await person.join(server, second);

  give(first, second);

  const stored = await alike(server, other.doc);
  expect(wordsIn(stored).toJSON()).toBe("one two");
});

test("whoever owns a client id owns it still when the server has been started again", async () => {
  const storage = new MemoryBoardStorage(mergeUpdates);
  const first = await startServer({ storage });
  const [ada, mallory] = [await visitor(first), await visitor(first)];
  const doc = new Y.Doc();
  const before = await RawClient.join(`${first.syncUrl}/plans`, "Ada", {
    doc,
    headers: ada.headers,
  });
  wordsIn(doc).insert(0, "one ");
  await before.saved();
  expect(await storage.clientIds(PLANS)).toEqual([
    { client: doc.clientID, user: asUserId(ada.user) },
  ]);
  await first.server.stop();
  const server = await startServer({ storage });
  const url = `${server.syncUrl}/plans`;
  const origin = { origin: server.url };
  const thief = await RawClient.join(url, "Mallory", {
    headers: { ...mallory.headers, ...origin },
  });
  const known = Y.getState(thief.doc.store, doc.clientID);
  thief.doc.clientID = doc.clientID;

  thief.hello("Mallory");
  thief.send(encodeUpdate(claimOf(doc.clientID, known, 1_000)));
  thief.barrier();
  await thief.until(() => thief.has("unsaved"));
  wordsIn(doc).insert(4, "two");
  await RawClient.join(url, "Ada", {
    doc,
    headers: { ...ada.headers, ...origin },
  });

  const stored = await alike(server, doc);
  expect(wordsIn(stored).toJSON()).toBe("one two");
});

test("whoever has become somebody else in the middle of their work keeps it, and is told the truth about it", async () => {
  const server = await startServer();
  const url = `${server.syncUrl}/plans`;
  const [before, after] = [await visitor(server), await visitor(server)];
  const doc = new Y.Doc();
  const record = new Y.Map<unknown>([
    ["kind", "note"],
    ["x", 1],
  ]);
  doc.getMap("shapes").set("first", record);
  const client = await RawClient.join(url, "Ada", {
    doc,
    headers: before.headers,
  });
  await client.saved();
  await client.leave();
  // Each move but the last leaves nothing but its clock.
  for (let x = 2; x < 20; x++) record.set("x", x);
  doc.getMap("shapes").set("second", new Y.Map([["kind", "note"]]));

  const again = await RawClient.join(url, "Ada", {
    doc,
    headers: after.headers,
  });
  await again.saved();

  const stored = await alike(server, doc);
  expect(stored.getMap("shapes").toJSON()).toMatchObject({
    first: { kind: "note", x: 19 },
    second: { kind: "note" },
  });

  // What cannot be told from a claim to clocks that are still to come is not called saved, and takes nothing along.
  await again.leave();
  for (let x = 20; x < 500; x++) record.set("x", x);
  const third = await RawClient.join(url, "Ada", {
    doc,
    headers: (await visitor(server)).headers,
  });
  third.barrier();
  await third.until(() => third.has("unsaved"));
  const joiner = await RawClient.join(url, "Ben");
  await joiner.saved();
  expect(joiner.doc.getMap("shapes").toJSON()["first"]).toEqual({
    kind: "note",
    x: 19,
  });
});
