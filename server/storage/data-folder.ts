import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { randomUUID } from "node:crypto";

/** The files of a data folder, which all belong to one server. */
export const dataFiles = (dataDir: string) => ({
  database: join(dataDir, "boardwalk.sqlite"),
  lock: join(dataDir, "boardwalk.lock"),
});

/** Makes the folder when it is absent. Rejects with a sentence for the operator when files cannot be made in it. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  // Tried rather than asked: access rights say nothing of a read-only mount, a quota or a container's user.
  const probe = join(dataDir, `.write-test-${randomUUID()}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder "${dataDir}" cannot be written (${reason}): give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
}
