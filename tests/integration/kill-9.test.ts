import { setTimeout as pass } from "node:timers/promises";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { asBoardId, type BoardId } from "@/core/base/ids";
import { randomInteger, seededRandom } from "@/core/base/random";
import type { BoardStorage } from "@/server/storage/board-storage";
import { effort } from "../support/effort";
import { RawClient } from "../support/raw-client";
import { startProcess } from "../support/server-process";
import { openTestStorage } from "../support/storage/open-test-storage";
import { temporaryFolder } from "../support/storage/temporary-folder";

const SEED = 20_250_101;
const ROOMS = 2;
const PEOPLE_A_ROOM = 2;
/** From the moment that everybody is in the room. */
const LATEST_KILL_MS = 300;

test(`everything that was called saved survives ${effort.kills} kills of the server`, async () => {
  const random = seededRandom(SEED);
  const dataDir = await temporaryFolder();
  const promised = new Map<BoardId, string[]>();
  for (let kill = 0; kill < effort.kills; kill++) {
    const server = await startProcess({
      DATA_DIR: dataDir,
      ROOM_RATE: "1000000",
    });
    const rooms = Array.from({ length: ROOMS }, (_, r) =>
      asBoardId(`kill-${kill}-${r}`),
    );
    const drawing = await Promise.all(
      rooms.flatMap((room) =>
        Array.from({ length: PEOPLE_A_ROOM }, async (_, p) => {
          const url = `${server.syncUrl}/${room}`;
          return { room, person: await RawClient.join(url, `Person ${p}`) };
        }),
      ),
    );
    const saved = drawing.map(({ person }, p) => drawUntilCut(person, `${p}`));
    await pass(randomInteger(random, LATEST_KILL_MS));
    await server.end("SIGKILL");
    for (const [i, { room }] of drawing.entries())
      promised.set(room, [...(promised.get(room) ?? []), ...(await saved[i]!)]);
    await expectAll(dataDir, rooms, promised);
  }
  // Nor has a later kill harmed what an earlier one had left whole.
  const survived = await expectAll(dataDir, [...promised.keys()], promised);
  const acknowledged = [...promised.values()].flat().length;
  console.log(
    `kills: ${effort.kills}, acknowledged: ${acknowledged}, survived: ${survived}`,
  );
  expect(acknowledged).toBeGreaterThan(effort.kills);
});

/** Draws, asking after each shape whether it is saved. Resolves, once the line is cut, with the shapes that were called so. */
async function drawUntilCut(
  person: RawClient,
  prefix: string,
): Promise<string[]> {
  const asked = new Map<number, string>();
  for (let i = 0; person.isOpen; i++) {
    const id = `${prefix}-${i}`;
    person.doc.getMap("shapes").set(id, i);
    asked.set(person.barrier(), id);
    await pass(randomPause(i));
  }
  await person.whenClosed();
  return person.all("saved").map(({ n }) => asked.get(n)!);
}

/** Bursts of five, so that commits of one change and of several are hit. */
const randomPause = (i: number) => (i % 5 === 0 ? 5 : 0);

/** Returns how many of the promised shapes are stored in these rooms, which must be all. */
async function expectAll(
  dataDir: string,
  rooms: readonly BoardId[],
  promised: ReadonlyMap<BoardId, readonly string[]>,
): Promise<number> {
  const storage = await openTestStorage(dataDir);
  let survived = 0;
  for (const room of rooms) {
    const stored = await shapesIn(storage, room);
    const lost = promised.get(room)!.filter((id) => !stored.has(id));
    expect(lost, `lost in ${room}, seed ${SEED}`).toEqual([]);
    survived += promised.get(room)!.length;
  }
  await storage.close();
  return survived;
}

async function shapesIn(
  storage: BoardStorage,
  room: BoardId,
): Promise<Set<string>> {
  const stored = await storage.load(room);
  const doc = new Y.Doc();
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes);
  for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(doc, bytes);
  return new Set(doc.getMap("shapes").keys());
}
