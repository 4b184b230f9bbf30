import { expect, test } from "vitest";
import { seededRandom } from "@/core/base/random";
import { effort } from "../support/effort";
import { attack } from "../support/fuzz/attack";
import { HonestPeople } from "../support/fuzz/honest-people";
import { recordTraffic, Traffic } from "../support/fuzz/traffic";
import { RawClient } from "../support/raw-client";
import { metric } from "../support/server-metrics";
import { startProcess, type ServerProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

const MIB = 1024 * 1024;
const FRAMES_A_ROOM = 100_000;
/** What the heap may have grown by after all rooms, besides the board of the last one, several times over. */
const SPARE_HEAP_BYTES = 24 * MIB;
const MINUTE = 60_000;

const firstSeed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const rooms = Math.ceil(effort.hostileFrames / FRAMES_A_ROOM);

test(
  `a room in which people draw survives ${effort.hostileFrames} hostile frames`,
  { timeout: (1 + rooms) * 4 * MINUTE },
  async () => {
    console.log(`SEED=${firstSeed}`);
    const server = await startProcess({
      DATA_DIR: await temporaryFolder(),
      ROOM_RATE: "1000000",
      LOG_LEVEL: "error",
    });
    const { syncUrl } = server;
    const recorded = await recordTraffic(syncUrl, firstSeed);
    const before = await server.heapUsed();
    let board = 0;
    for (let i = 0; i < rooms; i++) {
      const seed = firstSeed + i;
      try {
        board = await tryRoom(server, { seed, recorded });
      } catch (error) {
        throw new Error(`SEED=${seed}\n${server.output()}`, { cause: error });
      }
    }
    const heap = await server.heapUsed();
    console.log(
      `heap ${inMib(before)} before, ${inMib(heap)} after; the last board ${inMib(board)}`,
    );
    expect(heap - before).toBeLessThan(SPARE_HEAP_BYTES + 10 * board);
  },
);

/** Attacks one room. Resolves with the bytes of its board. */
async function tryRoom(
  server: ServerProcess,
  { seed, recorded }: { seed: number; recorded: readonly Uint8Array[] },
): Promise<number> {
  const { syncUrl, url, output } = server;
  const room = `fuzz-${seed}`;
  // What the people in the room send is spoilt as well: whoever does that speaks under their client ids.
  const traffic = new Traffic(recorded);
  const people = await HonestPeople.join({
    syncUrl,
    room,
    seed,
    onSend: (message) => traffic.add(message),
  });
  const attacked = new AbortController();
  const work = people.work(attacked.signal);
  const report = await attack({
    port: Number(new URL(url).port),
    room,
    frames: FRAMES_A_ROOM,
    random: seededRandom(seed),
    traffic: traffic.messages,
  });
  attacked.abort();
  await work;
  expect(report.unanswered).toBe(0);

  await people.agree();
  const joiner = await RawClient.join(`${syncUrl}/${room}`);
  await joiner.saved();
  expect(people.have(joiner.doc)).toBe(true);
  expect(people.saved).toBeGreaterThan(0);
  const board = joiner.sizes.reduce((sum, bytes) => sum + bytes, 0);
  await joiner.leave();
  console.log(
    `SEED=${seed}: ${report.frames} frames in ${report.visits} visits; ` +
      `${people.saved} operations of others were told to be saved`,
  );
  // Whatever is sent, the server knows what to make of it.
  expect(output()).not.toContain('"level":50');
  await expect.poll(() => metric(url, "boardwalk_sockets")).toBe(3);
  people.leave();
  await expect.poll(() => metric(url, "boardwalk_sockets")).toBe(0);
  return board;
}

const inMib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;
