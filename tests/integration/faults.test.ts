import { expect, test } from "vitest";
import * as Y from "yjs";
import { documentDigest } from "@/core/protocol/document-digest";
import type { BoardStorage } from "@/server/storage/board-storage";
import { effort } from "../support/effort";
import { expectSoundBoard } from "../support/expect-sound-board";
import { FaultyRoom } from "../support/faulty-room";
import { startServer } from "../support/server";
import { joinStock } from "../support/stock-client";
import { documentOf } from "../support/storage/document-of";

// `SEED=17 npx vitest …` tries only that one again. Deeds and faults are the same then; what happens first on the network is not.

const STEPS = 24;
/** Rooms that suffer at the same time. */
const AT_ONCE = 20;

const only = process.env["SEED"];
const seeds =
  only === undefined
    ? Array.from({ length: effort.faultyRooms }, (_, i) => i + 1)
    : [Number(only)];
const batches = Array.from(
  { length: Math.ceil(seeds.length / AT_ONCE) },
  (_, i) => seeds.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
);

test.each(batches.map((batch) => ({ first: batch[0], batch })))(
  "whatever the lines do, all have the same board in the end, with all in it that was saved (from seed $first)",
  async ({ batch }) => {
    const { server, syncUrl, storage } = await startServer();
    const outcomes = await Promise.allSettled(
      batch.map((seed) => run({ port: server.port, syncUrl, storage, seed })),
    );
    const failures = outcomes.flatMap((outcome, i) =>
      outcome.status === "rejected"
        ? [`SEED=${batch[i]}: ${String(outcome.reason)}`]
        : [],
    );
    expect(failures).toEqual([]);
  },
  60_000,
);

// Each y-websocket client listens for the end of the process.
process.setMaxListeners(4 * AT_ONCE);

interface Run {
  readonly port: number;
  readonly syncUrl: string;
  readonly storage: BoardStorage;
  readonly seed: number;
}

async function run({ port, syncUrl, storage, seed }: Run): Promise<void> {
  const room = await FaultyRoom.open({ port, seed });
  await room.suffer(STEPS);
  await room.settle();

  const { doc } = await joinStock(syncUrl, room.room);
  const [first, ...others] = room.documents as [Y.Doc, ...Y.Doc[]];
  expect(documentDigest(doc)).toBe(documentDigest(first));
  for (const other of [doc, ...others])
    expect(contentOf(other)).toEqual(contentOf(first));
  for (const board of room.boards) expectSoundBoard(board);

  await expect
    .poll(async () => documentDigest(await stored(storage, room)))
    .toBe(documentDigest(first));
  const reached = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const [client, clock] of room.acknowledged)
    expect(reached.get(client) ?? 0).toBeGreaterThanOrEqual(clock);
}

const stored = async (storage: BoardStorage, { room }: FaultyRoom) =>
  documentOf(await storage.load(room));

/** All that is on the board, as plain data. */
const contentOf = (doc: Y.Doc) => doc.getMap("shapes").toJSON();
