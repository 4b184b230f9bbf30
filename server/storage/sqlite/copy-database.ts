import { existsSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { dataFiles } from "../data-folder";
import { allMigrations } from "../migrations/all-migrations";
import { missingMigrations } from "../migrations/migrate";
import { explainDatabaseError } from "./explain-database-error";
import { openForReading } from "./open-database";

/**
 * Writes the database of a data folder, as it is at this moment, into a new file: whole, compact, and without holding up a server that
 * is writing to it. Throws a sentence for the operator when that cannot be done.
 */
export function copyDatabase(dataDir: string, to: string): void {
  const file = dataFiles(dataDir).database;
  if (!existsSync(file))
    throw new Error(
      `There are no boards in "${resolve(dataDir)}": set DATA_DIR to the folder that the server uses.`,
    );
  try {
    const database = new Database(file, { readonly: true });
    try {
      database.prepare("vacuum into ?").run(to);
    } finally {
      database.close();
    }
  } catch (error) {
    throw explainDatabaseError(error, file);
  }
  checkDatabase(to);
}

/**
 * Makes a copied database ready to be opened by a server: checks that it is sound and not newer than this program, and gives each room
 * another epoch if `nextEpoch` is given. Rejects with a sentence for the operator.
 */
export async function receiveDatabase(
  file: string,
  { nextEpoch }: { readonly nextEpoch: (() => string) | undefined },
): Promise<void> {
  checkDatabase(file);
  const { database, kysely } = openForReading(file);
  try {
    await missingMigrations(kysely, allMigrations);
  } catch (error) {
    throw explainDatabaseError(error, file);
  } finally {
    database.close();
  }
  if (nextEpoch) renewEpochs(file, nextEpoch);
}

/** Throws a sentence for the operator when the file is no database, or a damaged one. */
function checkDatabase(file: string): void {
  let finding: unknown;
  try {
    const database = new Database(file, { readonly: true });
    finding = database.pragma("integrity_check(1)", { simple: true });
    database.close();
  } catch (error) {
    throw explainDatabaseError(error, file);
  }
  if (finding !== "ok")
    throw new Error(`The database "${file}" is damaged: ${String(finding)}.`);
}

function renewEpochs(file: string, nextEpoch: () => string): void {
  const database = new Database(file);
  database.function("next_epoch", () => nextEpoch());
  // Not taken for a constant: SQLite calls a function anew for each row unless it is told that it always answers the same.
  database.exec("update rooms set epoch = next_epoch()");
  database.close();
}
