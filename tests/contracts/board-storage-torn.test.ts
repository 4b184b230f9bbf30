import { copyFile, open, stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { randomInteger, seededRandom } from "@/core/base/random";
import type { StoredBoard } from "@/server/storage/board-storage";
import { dataFiles } from "@/server/storage/data-folder";
import { effort } from "../support/effort";
import { documentOf } from "../support/storage/document-of";
import { openTestStorage } from "../support/storage/open-test-storage";
import { sampleRoom, sampleUpdate } from "../support/storage/sample-data";
import { temporaryFolder } from "../support/storage/temporary-folder";
import { updatesOfTyping } from "../support/storage/typing";
import { plans } from "./board-storage/storage-fixture";

const WORDS = Array.from({ length: 40 }, (_, i) => `word${i} `);
const SNAPSHOT_AT = 20;
/** Each costs a start, as a kill does. */
const TEARS = Math.ceil(effort.kills / 2);

/** What a power failure may make of the end of a file that was being written. */
const TEARINGS = [
  "ends there",
  "is noise from there on",
  "lacks a sector",
] as const;
type Tearing = (typeof TEARINGS)[number];

const logFile = (dataDir: string) => `${dataFiles(dataDir).database}-wal`;

test("SqliteBoardStorage, after a torn write, has all that was committed before and goes on from there", async () => {
  const { dataDir, ends } = await crashedFolder();
  const random = seededRandom(4);
  for (let tear = 0; tear < TEARS; tear++) {
    const place = randomInteger(random, ends.at(-1)!);
    const tearing = TEARINGS[tear % TEARINGS.length]!;
    const torn = await copyOf(dataDir);
    await damage(logFile(torn), place, tearing);

    const storage = await openTestStorage(torn);
    const board = await storage.load(plans);
    const lastSeq = board?.lastSeq ?? 0;
    const whole = ends.filter((end) => end <= place).length;
    expect(lastSeq, `${tearing}, ${place}`).toBeGreaterThanOrEqual(whole);
    expect(wordsOf(board)).toBe(WORDS.slice(0, lastSeq).join(""));

    await storage.createRoom(sampleRoom("plans"));
    await Promise.all(
      updatesOfTyping(WORDS).map((bytes, i) =>
        storage.append(plans, sampleUpdate(i + 1, bytes)),
      ),
    );
    expect(wordsOf(await storage.load(plans))).toBe(WORDS.join(""));
    await storage.close();
  }
});

const wordsOf = (board: StoredBoard | undefined): string =>
  documentOf(board).getText("words").toString();

/** A folder as a crash leaves it, and how long its write-ahead log was after each update that was called stored. */
async function crashedFolder() {
  const dataDir = await temporaryFolder();
  const storage = await openTestStorage(dataDir);
  await storage.createRoom(sampleRoom("plans"));
  const ends: number[] = [];
  for (const [i, bytes] of updatesOfTyping(WORDS).entries()) {
    await storage.append(plans, sampleUpdate(i + 1, bytes));
    ends.push((await stat(logFile(dataDir))).size);
    if (i + 1 === SNAPSHOT_AT) await storage.compact(plans, SNAPSHOT_AT);
  }
  const crashed = await copyOf(dataDir);
  await storage.close();
  return { dataDir: crashed, ends };
}

async function copyOf(dataDir: string): Promise<string> {
  const copy = await temporaryFolder();
  await copyFile(dataFiles(dataDir).database, dataFiles(copy).database);
  await copyFile(logFile(dataDir), logFile(copy));
  return copy;
}

async function damage(
  file: string,
  place: number,
  tearing: Tearing,
): Promise<void> {
  const handle = await open(file, "r+");
  const { size } = await handle.stat();
  const noise = new Uint8Array(size - place).map((_, i) => (i * 151) % 256);
  if (tearing === "ends there") await handle.truncate(place);
  else if (tearing === "lacks a sector")
    await handle.write(new Uint8Array(512), 0, 512, place);
  else await handle.write(noise, 0, noise.byteLength, place);
  await handle.close();
}
