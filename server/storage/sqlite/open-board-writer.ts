import { Disposables } from "@/core/base/disposable";
import { dataFiles } from "../data-folder";
import { allMigrations } from "../migrations/all-migrations";
import { migrate } from "../migrations/migrate";
import { PendingRestore } from "../pending-restore";
import { BoardWriter } from "./board-writer";
import { lockDataFolder } from "./data-folder-lock";
import { explainDatabaseError } from "./explain-database-error";
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
    await new PendingRestore(dataDir).finish();
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
    throw explainDatabaseError(error, dataFiles(dataDir).database);
  }
}
