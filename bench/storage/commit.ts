import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { asBoardId, asUserId } from "@/core/base/ids";
import { randomInteger, seededRandom } from "@/core/base/random";
import type { BoardStorage } from "@/server/storage/board-storage";
import { openSqliteStorage } from "@/server/storage/sqlite/open-sqlite-storage";
import { bundleForNode } from "../../scripts/lib/bundle-for-node.mjs";
import { openFloor } from "./floor";
import { percentile, printTable } from "./report";

// What a saved edit costs, beside the least that it can cost: one insert in a transaction of its own, by a bare
// better-sqlite3 on the calling thread, with the same settings, in the same run.

const ROOMS = 50;
const RATE = 200; // updates a second
const SECONDS = 5;
const BULK = 20_000;
/** Each bare insert waits for the disk: so many tell its rate. */
const BARE_BULK = 2_000;

const user = asUserId("bench");
const random = seededRandom(1);
const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const updates = Array.from({ length: BULK }, () => randomBytes(20, 300));
const workerUrl = await bundleForNode("server/storage/sqlite/sqlite-worker.ts");
const commits: number[] = [];
const storage = await openSqliteStorage({
  dataDir: folder,
  workerUrl,
  onCommit: ({ milliseconds }) => commits.push(milliseconds),
});
const floor = openFloor(path.join(folder, "floor.sqlite"));
const appendNext = await roomsToAppendTo(storage);

const bare = await atSteadyRate(async (bytes) => floor.insert(bytes));
commits.length = 0;
const appends = await atSteadyRate(appendNext);
const commitsAtRate = [...commits];

const bareBulk = await perSecond(BARE_BULK, async () => {
  for (const bytes of updates.slice(0, BARE_BULK)) floor.insert(bytes);
});
const oneTransaction = await perSecond(BULK, async () =>
  floor.insertAll(updates),
);
const appendBulk = await perSecond(BULK, () =>
  Promise.all(updates.map(appendNext)),
);
floor.close();
await storage.close();

printTable(`At ${RATE} updates a second, for ${SECONDS} s (milliseconds)`, [
  ["", "p50", "p95"],
  ["bare insert, the floor", percentile(bare, 50), percentile(bare, 95)],
  [
    "commit in the worker",
    percentile(commitsAtRate, 50),
    percentile(commitsAtRate, 95),
  ],
  ["append until saved", percentile(appends, 50), percentile(appends, 95)],
  [
    "append : floor",
    percentile(appends, 50) / percentile(bare, 50),
    percentile(appends, 95) / percentile(bare, 95),
  ],
]);
printTable(`${BULK} appends at once, to ${ROOMS} rooms`, [
  ["", "a second", ": bare"],
  ["bare inserts, the floor", bareBulk, 1],
  ["bare, all in one transaction", oneTransaction, oneTransaction / bareBulk],
  ["append", appendBulk, appendBulk / bareBulk],
]);

/** Makes the rooms, and a function that appends to one after another. */
async function roomsToAppendTo(storage: BoardStorage) {
  const rooms = Array.from({ length: ROOMS }, (_, index) => ({
    id: asBoardId(`room-${index}`),
    lastSeq: 0,
  }));
  for (const { id } of rooms) {
    await storage.createRoom({
      id,
      epoch: "1",
      owner: user,
      schema: 1,
      createdAt: 0,
    });
  }
  let turn = 0;
  return (bytes: Uint8Array): Promise<void> => {
    const room = rooms[turn++ % ROOMS]!;
    return storage.append(room.id, {
      seq: ++room.lastSeq,
      bytes,
      user,
      at: 0,
    });
  };
}

/** Writes at `RATE`, whether or not earlier writes have ended. Resolves with what each took, in milliseconds. */
async function atSteadyRate(
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<number[]> {
  const begin = performance.now();
  const writes: Promise<number>[] = [];
  for (let index = 0; index < RATE * SECONDS; index++) {
    const due = begin + (index * 1000) / RATE;
    await sleep(Math.max(0, due - performance.now()));
    writes.push(timed(() => write(updates[index]!)));
  }
  return Promise.all(writes);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function perSecond(
  count: number,
  work: () => Promise<unknown>,
): Promise<number> {
  return (count * 1000) / (await timed(work));
}

function randomBytes(min: number, max: number): Uint8Array {
  const length = min + randomInteger(random, max - min);
  return Uint8Array.from({ length }, () => randomInteger(random, 256));
}
