import { expect, test } from "vitest";
import { systemClock, type Clock } from "@/core/base/clock";
import { DIGEST_QUIET_MS } from "@/core/protocol/limits";
import { boardSeeds } from "../support/board-seeds";
import { effort } from "../support/effort";
import { FaultyRoom } from "../support/faulty-room";
import { startServer } from "../support/server";

/** Rooms at the same time: their faults are mostly waited for. */
const ROOMS = 20;

/** Without the comparison in quiet rooms, which would heal what should not be broken in the first place. */
const withoutDigests: Clock = {
  ...systemClock,
  after: (delay, callback) =>
    delay === DIGEST_QUIET_MS ? () => {} : systemClock.after(delay, callback),
};

async function cookieFrom(url: string): Promise<string> {
  const { headers } = await fetch(url);
  return headers.get("set-cookie")!.split(";")[0]!;
}

test("however lines fail, all come to the same document, with all in it that was told to be saved", async () => {
  // The stock client listens for the end of the process, each one of them.
  process.setMaxListeners(2 * ROOMS);
  const server = await startServer({ clock: withoutDigests });
  const cookies = await Promise.all(
    [1, 2, 3].map(() => cookieFrom(server.url)),
  );
  // One iterator for all who take from it.
  const waiting = boardSeeds(effort.faultSeeds).values();
  let saved = 0;
  const attempt = async (seed: number) => {
    const room = await FaultyRoom.open({ server, seed, cookies });
    try {
      await room.work();
      await room.check();
      saved += room.saved;
    } finally {
      await room.close();
    }
  };
  const tryAll = async () => {
    for (const seed of waiting) {
      try {
        await attempt(seed);
      } catch (error) {
        throw new Error(`SEED=${seed}`, { cause: error });
      }
    }
  };
  await Promise.all(Array.from({ length: ROOMS }, tryAll));
  expect(saved).toBeGreaterThan(0);
  console.log(`${saved} operations were told to be saved`);
});
