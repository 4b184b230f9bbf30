import type { Kysely, Migration } from "kysely";
import { DEFAULT_MIGRATION_TABLE, Migrator, sql } from "kysely";

/** The database was last opened by a program that knows migrations which this one does not. */
export class NewerSchemaError extends Error {
  override readonly name = "NewerSchemaError";
}

/**
 * Brings the tables up to date, all missing migrations in one transaction if the dialect says that it can.
 * Rejects with a `NewerSchemaError`, and changes nothing, when the database has been through migrations that are not
 * among `migrations`.
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  await missingMigrations(db, migrations);
  const provider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error instanceof Error) throw error;
  if (error) throw new Error("A migration failed.", { cause: error });
}

/**
 * The names of the migrations that a database has not been through yet. Rejects with a `NewerSchemaError` when it has been through
 * others.
 */
export async function missingMigrations<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<string[]> {
  const executed = await executedMigrations(db);
  const unknown = executed.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new NewerSchemaError(`Unknown migrations: ${unknown.join(", ")}`);
  }
  return Object.keys(migrations).filter((name) => !executed.includes(name));
}

async function executedMigrations<Schema>(
  db: Kysely<Schema>,
): Promise<string[]> {
  const tables = await db.introspection.getTables({
    withInternalKyselyTables: true,
  });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) {
    return [];
  }
  const table = sql.table(DEFAULT_MIGRATION_TABLE);
  const { rows } = await sql<{
    name: string;
  }>`select name from ${table}`.execute(db);
  return rows.map((row) => row.name);
}
