import Database from "better-sqlite3";
import { NewerSchemaError } from "../migrations/migrate";

/** Puts what is wrong with a database into a sentence for the operator. Anything else is returned as it is. */
export function explainDatabaseError(error: unknown, file: string): unknown {
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
