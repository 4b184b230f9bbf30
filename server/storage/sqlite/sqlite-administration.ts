import type Database from "better-sqlite3";
import { Disposables } from "@/core/base/disposable";
import type { BoardId, UserId } from "@/core/base/ids";
import { dataFiles } from "../data-folder";
import { allMigrations } from "../migrations/all-migrations";
import { migrate } from "../migrations/migrate";
import type { BoardsAdministration } from "../offline-boards";
import { PendingRestore } from "../pending-restore";
import { lockDataFolder } from "./data-folder-lock";
import { explainDatabaseError } from "./explain-database-error";
import { openForWriting } from "./open-database";

/**
 * Takes a data folder to change it, as a server would. Rejects with a sentence for the operator when a server has it, or when it cannot
 * be opened.
 */
export async function openAdministration(
  dataDir: string,
): Promise<BoardsAdministration> {
  const opened = new Disposables();
  const file = dataFiles(dataDir).database;
  try {
    opened.add(lockDataFolder(dataDir));
    await new PendingRestore(dataDir).finish();
    const { database, kysely } = openForWriting(file);
    opened.add(() => database.close());
    await migrate(kysely, allMigrations);
    return new SqliteAdministration(database, () => opened.dispose());
  } catch (error) {
    opened.dispose();
    throw explainDatabaseError(error, file);
  }
}

class SqliteAdministration implements BoardsAdministration {
  readonly #database: Database.Database;

  constructor(
    database: Database.Database,
    readonly close: () => void,
  ) {
    this.#database = database;
  }

  purge(id: BoardId, epoch: string): boolean {
    // Else what was deleted would stay in the file until something else is written over it.
    this.#database.pragma("secure_delete = ON");
    const purge = this.#database.transaction(() => {
      this.#database.pragma("defer_foreign_keys = ON");
      const isThere = this.#run(
        "update rooms set epoch = ? where id = ?",
        epoch,
        id,
      );
      for (const { table, column } of this.#referencesToRooms())
        this.#run(`delete from "${table}" where "${column}" = ?`, id);
      return isThere;
    });
    const isThere = purge();
    // Nor is it to stay in the write-ahead log.
    this.#database.pragma("wal_checkpoint(TRUNCATE)");
    return isThere;
  }

  setOwner(id: BoardId, owner: UserId): boolean {
    return this.#run("update rooms set owner = ? where id = ?", owner, id);
  }

  /** Asked of the database, so that a table which is added later is not forgotten here. */
  #referencesToRooms(): { table: string; column: string }[] {
    const query = this.#database.prepare<
      [],
      { table: string; column: string }
    >(`
      select tables.name as "table", keys."from" as "column"
      from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
      where tables.type = 'table' and keys."table" = 'rooms'`);
    return query.all();
  }

  /** Whether a row was there to be changed. */
  #run(statement: string, ...values: string[]): boolean {
    return this.#database.prepare(statement).run(...values).changes > 0;
  }
}
