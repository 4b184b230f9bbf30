import { expect, test, vi } from "vitest";
import type { AwarenessEntry } from "@/server/rooms/awareness-codec";
import { encodeAwareness } from "@/server/rooms/awareness-codec";
import { varUints } from "../support/hostile-updates";
import { RawClient } from "../support/raw-client";
import { startServerInMemory } from "../support/server";
import { joinStock, type StockClient } from "../support/stock-client";
import { visitor } from "../support/visitor";

const MANY = 100_000;

/** Two honest stock clients who see each other, one of ours, and a socket that speaks as a stock client does. */
async function open() {
  const server = await startServerInMemory();
  const ada = await joinStock(server.syncUrl, "plans");
  const ben = await joinStock(server.syncUrl, "plans");
  const cleo = await RawClient.join(`${server.syncUrl}/plans`, "Cleo");
  const mallory = new RawClient(`${server.syncUrl}/plans`, {
    protocols: [],
    headers: (await visitor(server)).headers,
  });
  await mallory.until(() => mallory.isOpen);
  mallory.sync();
  await mallory.until(() => mallory.isSynced && mallory.hasSupplied);
  const show = (...entries: AwarenessEntry[]) =>
    mallory.send(encodeAwareness(entries));
  return { server, ada, ben, cleo, mallory, show };
}

const seenBy = ({ provider }: StockClient, { doc }: StockClient) =>
  provider.awareness.getStates().get(doc.clientID);

/** Each shows something new, which the other sees; ours draws, and both have it. */
async function goOn(
  { ada, ben, cleo }: Awaited<ReturnType<typeof open>>,
  turn: number,
): Promise<void> {
  ada.provider.awareness.setLocalStateField("turn", turn);
  ben.provider.awareness.setLocalStateField("turn", turn);
  cleo.doc.getMap("turns").set("cleo", turn);
  await vi.waitUntil(
    () =>
      seenBy(ada, ben)?.["turn"] === turn &&
      seenBy(ben, ada)?.["turn"] === turn,
  );
  for (const { doc } of [ada, ben])
    await vi.waitUntil(() => doc.getMap("turns").get("cleo") === turn);
  expect([ada, ben].every(({ provider }) => provider.wsconnected)).toBe(true);
  expect(cleo.closed).toBeUndefined();
}

test.each([
  [
    "that are there",
    encodeAwareness(
      Array.from({ length: MANY }, (_, i) => ({
        clientId: i,
        clock: 1,
        state: "{}",
      })),
    ),
  ],
  ["that are only counted", new Uint8Array([1, 3, ...varUints(MANY)])],
])(
  "100,000 states in one frame %s close their sender, and nobody notices",
  async (_, frame) => {
    const room = await open();
    await goOn(room, 1);

    // Not in chunks, as a long message of ours would go.
    room.mallory.socket.send(frame);

    expect(await room.mallory.whenClosed()).toEqual({
      code: 4400,
      reason: "BAD_AWARENESS",
    });
    await goOn(room, 2);
    expect(room.ada.provider.awareness.getStates().size).toBe(2);
  },
);

test("nobody can freeze another's presence, take it away or show something in its place", async () => {
  const room = await open();
  const { ada, ben, mallory, show } = room;
  await goOn(room, 1);
  const clientId = ada.doc.clientID;

  show({ clientId, clock: 2 ** 31, state: '{"turn":"frozen"}' });
  show({ clientId, clock: 2 ** 30, state: "null" });
  show({ clientId: ben.doc.clientID, clock: 1_000, state: "null" });
  await goOn(room, 2);

  expect(mallory.closed).toBeUndefined();
  expect(room.ada.provider.awareness.getStates().size).toBe(2);
});

test("nobody can take another's presence while they show none", async () => {
  const room = await open();
  const { ada, server, show } = room;
  await goOn(room, 1);
  const dan = await joinStock(server.syncUrl, "plans");
  const { clientID: clientId } = dan.doc;
  dan.provider.awareness.setLocalState({ name: "Dan" });
  await vi.waitUntil(() => seenBy(ada, dan));

  dan.provider.awareness.setLocalState(null);
  await vi.waitUntil(() => !seenBy(ada, dan));
  show({ clientId, clock: 2 ** 31, state: '{"name":"Mallory"}' });
  await goOn(room, 2);
  expect(seenBy(ada, dan)).toBeUndefined();
  dan.provider.awareness.setLocalState({ name: "Dan" });

  await vi.waitUntil(() => seenBy(ada, dan)?.["name"] === "Dan");
});

test.each([
  ["a clock of 2^53", { clientId: 7, clock: 2 ** 53 - 1, state: "{}" }],
  [
    "a key that is no key",
    { clientId: 7, clock: 1, state: '{"__proto__":{"name":"x"}}' },
  ],
  ["a state that is not JSON", { clientId: 7, clock: 1, state: "{" }],
])("%s closes its sender, and nobody notices", async (_, entry) => {
  const room = await open();
  await goOn(room, 1);

  room.show(entry);

  expect(await room.mallory.whenClosed()).toEqual({
    code: 4400,
    reason: "BAD_AWARENESS",
  });
  await goOn(room, 2);
});

test("a stock client that sends on what it is told is never punished", async () => {
  const room = await open();
  const { ada, ben, mallory, show } = room;
  await goOn(room, 1);

  for (let i = 0; i < 10; i++)
    show(
      ...[ada, ben].map(({ doc }) => ({
        clientId: doc.clientID,
        clock: i,
        state: `{"turn":${i}}`,
      })),
      { clientId: mallory.doc.clientID, clock: i, state: `{"echo":${i}}` },
    );

  await vi.waitUntil(
    () =>
      ada.provider.awareness.getStates().get(mallory.doc.clientID)?.["echo"] ===
      9,
  );
  expect(mallory.closed).toBeUndefined();
  await goOn(room, 2);
});

test("a message under a nonce that somebody else has used is a message of its own", async () => {
  const { server } = await open();
  const url = `${server.syncUrl}/plans`;
  const ada = await RawClient.join(url, "Ada");
  const mallory = await RawClient.join(url, "Mallory");
  const texts = ({ controls }: RawClient) =>
    controls.flatMap((one) =>
      one.kind === "chat" ? [[one.message.author, one.message.text]] : [],
    );
  const adas = ada.last("welcome")!.user;
  const mallorys = mallory.last("welcome")!.user;

  mallory.control({ kind: "chat", nonce: "1", text: "not hers" });
  await ada.until(() => texts(ada).length === 1);
  ada.control({ kind: "chat", nonce: "1", text: "hers" });
  await mallory.until(() => texts(mallory).length === 2);
  // She has not heard of it, and sends it again.
  ada.control({ kind: "chat", nonce: "1", text: "hers" });
  mallory.control({ kind: "chat", nonce: "2", text: "the end" });
  await ada.until(() => texts(ada).at(-1)?.[1] === "the end");

  expect(texts(mallory).filter(([author]) => author === adas)).toEqual([
    [adas, "hers"],
  ]);
  expect(texts(ada)[0]).toEqual([mallorys, "not hers"]);
});
