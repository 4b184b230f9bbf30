import { SqliteAdapter, SqliteDialect } from "kysely";

/**
 * SQLite's dialect, with migrations in a transaction. Kysely runs them without, though SQLite can roll back changes
 * of tables: a process that dies half way through a migration would leave a database that none fits any more.
 */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
