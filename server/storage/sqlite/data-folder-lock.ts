import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import type { Dispose } from "@/core/base/disposable";
import { dataFiles } from "../data-folder";

/**
 * Takes the data folder for this process until the returned function is called or the process ends, however it ends.
 * Throws a sentence for the operator when somebody else has it.
 *
 * The lock is a second SQLite file in an exclusive transaction: it works on every platform, never goes stale, and
 * leaves the database itself open to a backup.
 */
export function lockDataFolder(dataDir: string): Dispose {
  const database = new Database(dataFiles(dataDir).lock, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new Error(
      `The data folder "${dataDir}" is in use by another Boardwalk: stop that one, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  return () => database.close();
}

/** Whether a process has the data folder. */
export function isDataFolderLocked(dataDir: string): boolean {
  const { lock } = dataFiles(dataDir);
  if (!existsSync(lock)) return false;
  const database = new Database(lock, { timeout: 0, readonly: true });
  try {
    database.pragma("schema_version");
    return false;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return true;
  } finally {
    database.close();
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    error.code.startsWith("SQLITE_BUSY")
  );
}
