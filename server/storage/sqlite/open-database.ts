import Database from "better-sqlite3";
import { Kysely } from "kysely";
import type { StorageSchema } from "../schema";
import { foldCase } from "../fold-case";
import { TransactionalSqliteDialect } from "./transactional-dialect";

/** One connection, both as better-sqlite3 and as Kysely see it. */
export interface OpenDatabase {
  readonly database: Database.Database;
  /** For migrations, and to build the queries that `database` runs. */
  readonly kysely: Kysely<StorageSchema>;
}

/**
 * Milliseconds for which a connection waits for another one's lock. Others lock the database in passing only, as a backup program
 * does; whoever holds on to it is reported as a failing disk, and the write is tried again.
 */
const LOCK_TIMEOUT = 1_000;

/** The SQL function that makes texts alike which differ in case alone: SQLite's own knows ASCII only. */
export const FOLD = "fold";

/** Opens the database for writing, so that a commit survives a power failure; creates the file when it is absent. */
export function openForWriting(file: string): OpenDatabase {
  const database = new Database(file, { timeout: LOCK_TIMEOUT });
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  // Only macOS knows these: its fsync leaves the data in the drive's own cache.
  database.pragma("fullfsync = ON");
  database.pragma("checkpoint_fullfsync = ON");
  database.pragma("foreign_keys = ON");
  return withKysely(database);
}

/** Opens an existing database beside the connection that writes. */
export function openForReading(file: string): OpenDatabase {
  const database = new Database(file, { readonly: true });
  database.function(FOLD, { deterministic: true }, (text) =>
    foldCase(String(text)),
  );
  return withKysely(database);
}

function withKysely(database: Database.Database): OpenDatabase {
  const dialect = new TransactionalSqliteDialect({ database });
  return { database, kysely: new Kysely<StorageSchema>({ dialect }) };
}
