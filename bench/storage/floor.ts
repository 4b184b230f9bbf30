import Database from "better-sqlite3";

/** The least that keeping an update costs: a bare better-sqlite3 with the storage's settings, on this thread. */
export interface Floor {
  /** In a transaction of its own. */
  insert(bytes: Uint8Array): void;
  /** All in one transaction. */
  insertAll(updates: readonly Uint8Array[]): void;
  close(): void;
}

export function openFloor(file: string): Floor {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec(
    "create table updates (seq integer primary key, bytes blob not null)",
  );
  const statement = database.prepare("insert into updates (bytes) values (?)");
  const insertAll = database.transaction((updates: readonly Uint8Array[]) => {
    for (const bytes of updates) statement.run(bytes);
  });
  return {
    insert: (bytes) => void statement.run(bytes),
    insertAll: (updates) => insertAll(updates),
    close: () => void database.close(),
  };
}
