import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Dispose } from "@/core/base/disposable";
import { dataFiles } from "../storage/data-folder";
import { contentOf } from "../storage/data-folder-content";
import { PendingRestore } from "../storage/pending-restore";
import type { BackupManifest } from "./backup-manifest";
import { unpackBackup } from "./unpack-backup";

export interface RestoreOptions {
  readonly file: string;
  readonly dataDir: string;
  /** Whether a data folder that is not empty gives way. */
  readonly mayReplace: boolean;
  /** Makes another epoch for each room; undefined when the rooms keep theirs. */
  readonly nextEpoch: (() => string) | undefined;
  /** Takes a data folder for us; throws a sentence when a server has it. */
  readonly lock: (dataDir: string) => Dispose;
  /** Makes a copied database ready for a server; rejects when it is not sound. */
  readonly receiveDatabase: (
    file: string,
    options: { readonly nextEpoch: (() => string) | undefined },
  ) => Promise<void>;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** The folder with what was there before; undefined when nothing was. */
  readonly former: string | undefined;
}

/**
 * Fills a data folder from a backup. What was there before is there as long as the backup has not been unpacked and found to be whole,
 * and is then put aside. Rejects with a sentence for the operator when it cannot be done, with the folder as it was.
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<Restored> {
  const { file, dataDir, lock } = options;
  await mkdir(dataDir, { recursive: true });
  const unlock = lock(dataDir);
  const restore = new PendingRestore(dataDir);
  try {
    await restore.finish();
    await refuseContent(options);
    const folder = await restore.begin();
    const manifest = await unpackBackup(file, folder);
    const database = path.basename(dataFiles(dataDir).database);
    await options.receiveDatabase(path.join(folder, database), options);
    await restore.commit();
    return { manifest, former: await restore.finish() };
  } catch (error) {
    await restore.giveUp();
    throw error;
  } finally {
    unlock();
  }
}

async function refuseContent({
  dataDir,
  mayReplace,
}: RestoreOptions): Promise<void> {
  if (mayReplace || (await contentOf(dataDir)).length === 0) return;
  throw new Error(
    `The data folder "${dataDir}" is not empty: add --replace to put what is in it aside, or set DATA_DIR to another folder.`,
  );
}
