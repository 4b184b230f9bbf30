import { open, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { inBytes } from "../commands/sizes";
import { prepareDataFolder } from "../storage/data-folder";
import type { BoardsOverview } from "../storage/offline-boards";
import { advice, bad, type Finding, ok } from "./finding";

const MIB = 2 ** 20;
/** A few boards more, and nothing can be saved. */
const TOO_LITTLE = 100 * MIB;
const LITTLE = 1024 * MIB;
/** Milliseconds for a write of 1 MiB until the disk has it. Above, people see that saving takes time. */
const SLOW_MS = 250;

/** Whether the data folder is there and files can be made in it. */
export async function checkDataFolder(dataDir: string): Promise<Finding> {
  const place = path.resolve(dataDir);
  if (!(await isThere(dataDir)))
    return advice(
      `"${place}" does not exist and is made by the first start: set DATA_DIR if the boards are elsewhere.`,
    );
  await prepareDataFolder(dataDir);
  return ok(`"${place}" can be written.`);
}

/** Whether there is room on the disk, and whether it takes what is written soon. */
export async function checkDisk(dataDir: string): Promise<Finding> {
  if (!(await isThere(dataDir)))
    return ok("It is looked at once there is a data folder.");
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const room = `${inBytes(free)} are free`;
  if (free < TOO_LITTLE)
    return bad(`Only ${room}: make room, or nothing can be saved soon.`);
  const milliseconds = await timeWrite(path.join(dataDir, ".doctor-test"));
  const speed = `a write of 1 MiB took ${milliseconds} ms`;
  if (milliseconds > SLOW_MS)
    return advice(
      `${room}, but ${speed}: put the data folder on a faster disk of this machine.`,
    );
  if (free < LITTLE) return advice(`Only ${room}: make some more room.`);
  return ok(`${room}, and ${speed}.`);
}

/** Whether the database is sound and of a version that this program knows. */
export async function checkDatabase(
  overview: BoardsOverview,
): Promise<Finding> {
  const damage = overview.damage();
  if (damage !== undefined)
    return bad(`The database is damaged (${damage}): restore a backup.`);
  const missing = await overview.missingMigrations();
  const rooms = `rooms: ${overview.rooms().length}`;
  if (missing.length > 0)
    return advice(
      `It is sound (${rooms}) and of an older version, which the next start changes: make a backup before.`,
    );
  return ok(`It is sound and of this version (${rooms}).`);
}

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    () => false,
  );

async function timeWrite(file: string): Promise<number> {
  const start = performance.now();
  const handle = await open(file, "w");
  try {
    await handle.writeFile(Buffer.alloc(MIB, 1));
    await handle.sync();
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
  return Math.round(performance.now() - start);
}
