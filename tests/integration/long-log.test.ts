import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as pass } from "node:timers/promises";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { dataFiles } from "@/server/storage/data-folder";
import type { BoardStorage } from "@/server/storage/board-storage";
import { PLANS, TestRooms } from "../support/server-room";
import { openTestStorage } from "../support/storage/open-test-storage";
import { ada, sampleRoom, SOME_TIME } from "../support/storage/sample-data";
import { temporaryFolder } from "../support/storage/temporary-folder";

const UPDATES = 100_000;
const TAIL = 400;
const SHAPES = 2_000;

test(`a room of ${UPDATES} updates is loaded from a snapshot and the updates after it`, async () => {
  const dataDir = await temporaryFolder();
  const storage = await openTestStorage(dataDir);
  onTestFinished(() => storage.close());
  await storage.createRoom(sampleRoom(PLANS));
  const drawing = new Drawing(dataDir);
  drawing.moveShapes(UPDATES - TAIL);

  // As after snapshots that failed for long: the storage makes one before anything else.
  const first = await timeToJoin(storage, drawing);
  drawing.moveShapes(TAIL);
  const board = await storage.load(PLANS);
  expect(board?.snapshot?.seq).toBe(UPDATES - TAIL);
  expect(board?.updates).toHaveLength(TAIL);
  expect(board?.lastSeq).toBe(UPDATES);
  const second = await timeToJoin(storage, drawing);

  console.log(
    `${UPDATES} updates: joined in ${first.milliseconds} ms without a snapshot, the event loop stood still for ${first.pause}; ` +
      `in ${second.milliseconds} ms, ${second.pause}, with a snapshot and ${TAIL} updates after it`,
  );
  expect(second.milliseconds).toBeLessThan(first.milliseconds);
});

/** Lets one member into a room that is not in memory. Returns the milliseconds that this took the server. */
async function timeToJoin(storage: BoardStorage, drawing: Drawing) {
  const rooms = new TestRooms(storage);
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const begin = performance.now();
  const member = await rooms.connect("ben");
  const milliseconds = Math.round(performance.now() - begin);
  // The last pause is only told at the next turn.
  await pass(10);
  pauses.disable();
  member.hello("Ben");
  member.sync();
  expect(member.doc.getMap("shapes").toJSON()).toEqual(drawing.shapes);
  return { milliseconds, pause: Math.round(pauses.max / 1e6) };
}

/** Somebody who draws straight into the stored log. */
class Drawing {
  readonly #doc = new Y.Doc();
  readonly #database: Database.Database;
  #moves = 0;

  constructor(dataDir: string) {
    const database = new Database(dataFiles(dataDir).database);
    onTestFinished(() => void database.close());
    const insert = database.prepare(
      "insert into updates (room, seq, bytes, user, at) values (?, ?, ?, ?, ?)",
    );
    this.#doc.on("update", (bytes: Uint8Array) => {
      this.#moves += 1;
      insert.run(PLANS, this.#moves, bytes, ada, SOME_TIME);
    });
    this.#database = database;
  }

  get shapes(): unknown {
    return this.#doc.getMap("shapes").toJSON();
  }

  moveShapes(times: number): void {
    const shapes = this.#doc.getMap("shapes");
    const end = this.#moves + times;
    this.#database.transaction(() => {
      for (let i = this.#moves; i < end; i++)
        shapes.set(`shape-${i % SHAPES}`, { x: i, y: -i });
    })();
  }
}
