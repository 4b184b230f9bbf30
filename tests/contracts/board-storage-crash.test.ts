import { describe, expect, test } from "vitest";
import { randomInteger, seededRandom } from "@/core/base/random";
import { effort } from "../support/effort";
import type { CrashReport } from "../support/storage/crash/crash-report";
import { expectNothingLost } from "../support/storage/crash/expect-nothing-lost";
import { runChild } from "../support/storage/crash/run-child";
import { temporaryFolder } from "../support/storage/temporary-folder";

const kills = effort.kills / 2;

/** Milliseconds: each kill costs two starts, which take half a second on an idle machine. */
const timeout = kills * 10_000;

describe("SqliteBoardStorage, killed", { timeout }, () => {
  test("between any two steps of its first opening, opens the next time", async () => {
    await killBetweenSteps({ words: 0, seed: 1 });
  });

  test("between any two steps of its work, loses nothing that it reported as stored", async () => {
    await killBetweenSteps({ words: 15, seed: 2 });
  });

  test("again and again at any moment, goes on from where it was", async () => {
    const random = seededRandom(3);
    const dataDir = await temporaryFolder();
    const reports: CrashReport[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const killAfterReports = 1 + randomInteger(random, 60);
      const run = { dataDir, words: 10_000, killAfterReports };
      reports.push(...(await runChild(run)));
    }
    await expectNothingLost(dataDir, reports);
  });
});

/** Kills a first run at seams all along its way, each time in a new folder. */
async function killBetweenSteps({
  words,
  seed,
}: {
  words: number;
  seed: number;
}): Promise<void> {
  const whole = await runChild({ dataDir: await temporaryFolder(), words });
  const seams = seamsOf(whole);
  const random = seededRandom(seed);
  let survivors = 0;
  for (let kill = 0; kill < kills; kill++) {
    const killAtSeam = 1 + Math.floor(((kill + random.next()) / kills) * seams);
    const dataDir = await temporaryFolder();
    const reports = await runChild({ dataDir, words, killAtSeam });
    if (reports.at(-1)?.kind === "seams") survivors += 1;
    await expectNothingLost(dataDir, reports);
  }
  // Writes share commits as chance will have it: a later run may be over before it gets to the last seams.
  expect(survivors).toBeLessThan(kills / 2);
}

function seamsOf(reports: readonly CrashReport[]): number {
  const last = reports.at(-1);
  if (last?.kind !== "seams") throw new Error("The run was cut short.");
  return last.seams;
}
