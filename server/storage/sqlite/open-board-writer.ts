import Database from "better-sqlite3";
import { Disposables } from "@/core/base/disposable";
import { dataFiles } from "../data-folder";
import { allMigrations } from "../migrations/all-migrations";
import { migrate, NewerSchemaError } from "../migrations/migrate";
import { BoardWriter } from "./board-writer";
import { lockDataFolder } from "./data-folder-lock";
import { openForWriting } from "./open-database";
import type { WriterCalls } from "./worker-messages";

/**
 * Takes the data folder, opens its database and brings the tables up to date. Rejects with a sentence for the
 * operator, and lets go of the folder again, when that cannot be done.
 */
export async function openBoardWriter(dataDir: string): Promise<WriterCalls> {
  const opened = new Disposables();
  try {
    opened.add(lockDataFolder(dataDir));
    const open = openForWriting(dataFiles(dataDir).database);
    opened.add(() => open.database.close());
    await migrate(open.kysely, allMigrations);
    const writer = new BoardWriter(open);
    return {
      commit: (writes) => writer.commit(writes),
      probe: () => writer.probe(),
      close: () => opened.dispose(),
    };
  } catch (error) {
    opened.dispose();
    throw explain(error, dataDir);
  }
}

function explain(error: unknown, dataDir: string): unknown {
  const file = dataFiles(dataDir).database;
  if (error instanceof NewerSchemaError) {
    return new Error(
      `The database "${file}" was written by a newer Boardwalk: start that version, or restore a backup made with this one.`,
      { cause: error },
    );
  }
  if (error instanceof Database.SqliteError) {
    return new Error(
      `The database "${file}" cannot be opened (${error.message}): repair the disk or the file's access rights, or restore a backup.`,
      { cause: error },
    );
  }
  return error;
}
