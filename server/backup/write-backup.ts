import {
  access,
  link,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
} from "node:fs/promises";
import path from "node:path";
import { type ArchivedFile, TarWriter } from "../archive/tar-writer";
import { dataFiles } from "../storage/data-folder";
import { contentOf } from "../storage/data-folder-content";
import { PendingRestore } from "../storage/pending-restore";
import { type BackupManifest, MANIFEST } from "./backup-manifest";

export interface BackupOptions {
  readonly dataDir: string;
  /** The backup that is made. Nothing is there before it is whole. */
  readonly file: string;
  /** Writes a sound copy of a data folder's database into a new file. */
  readonly copyDatabase: (dataDir: string, to: string) => void;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Makes one file of a data folder, while a server goes on working in it or without one. Rejects with a sentence for the operator, and
 * leaves nothing behind, when that cannot be done or the file is there already.
 */
export async function writeBackup(
  options: BackupOptions,
): Promise<BackupManifest> {
  const { dataDir, file } = options;
  await refuseExisting(file);
  refuseInside(dataDir, file);
  await refuseHalfRestored(dataDir);
  const workshop = await makeWorkshop(file);
  try {
    const draft = path.join(workshop, "backup.tar");
    const manifest = await writeDraft(draft, workshop, options);
    await publish(draft, file);
    return manifest;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function writeDraft(
  draft: string,
  workshop: string,
  { dataDir, copyDatabase, now }: BackupOptions,
): Promise<BackupManifest> {
  const database = path.basename(dataFiles(dataDir).database);
  const copy = path.join(workshop, database);
  // The database first: whatever it refers to is in its file already, and stays there.
  copyDatabase(dataDir, copy);
  const archive = await open(draft, "wx", 0o600);
  try {
    const writer = new TarWriter(archive);
    const files: ArchivedFile[] = [await writer.addFile(database, copy)];
    for (const name of await contentOf(dataDir))
      if (!name.startsWith(database))
        for (const each of await filesBelow(dataDir, name))
          files.push(await writer.addFile(each, path.join(dataDir, each)));
    const createdAt = new Date(now).toISOString();
    const manifest: BackupManifest = { format: 1, createdAt, files };
    const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
    await writer.addText(MANIFEST, text, now / 1_000);
    await writer.finish();
    return manifest;
  } finally {
    await archive.close();
  }
}

/** The files that a name in a folder stands for: itself, or all that is in it. Paths from the folder, with slashes. */
async function filesBelow(folder: string, name: string): Promise<string[]> {
  const place = path.join(folder, name);
  const entries = await readdir(place, { withFileTypes: true }).catch(
    () => undefined,
  );
  if (!entries) return [name];
  const files = entries.map((entry) =>
    filesBelow(folder, `${name}/${entry.name}`),
  );
  return (await Promise.all(files)).flat().sort();
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new Error(
      `"${file}" is there already and is not overwritten: give the backup another name.`,
    );
}

function refuseInside(dataDir: string, file: string): void {
  const way = path.relative(path.resolve(dataDir), path.resolve(file));
  if (!way.startsWith("..") && !path.isAbsolute(way))
    throw new Error(
      `"${file}" lies in the data folder, and the next backup would hold it: put it elsewhere, best on another disk.`,
    );
}

async function refuseHalfRestored(dataDir: string): Promise<void> {
  if (await new PendingRestore(dataDir).isHalfDone())
    throw new Error(
      `A restore of "${dataDir}" is under way or was interrupted: wait for it, or start the server, which finishes it.`,
    );
}

/** Beside the backup, so that it takes no room of the disk that the server writes to. */
async function makeWorkshop(file: string): Promise<string> {
  try {
    return await mkdtemp(`${file}.part-`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `"${path.dirname(file)}" cannot be written (${reason}): give the backup another place.`,
      { cause: error },
    );
  }
}

/** Gives a finished file its name, which nobody else can have taken meanwhile. */
async function publish(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch {
    // Some file systems know no second name of a file.
    await refuseExisting(file);
    await rename(draft, file);
  }
}
