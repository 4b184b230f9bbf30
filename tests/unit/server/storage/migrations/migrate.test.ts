import path from "node:path";
import type { Migration } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { allMigrations } from "@/server/storage/migrations/all-migrations";
import { migrate } from "@/server/storage/migrations/migrate";
import {
  openForWriting,
  type OpenDatabase,
} from "@/server/storage/sqlite/open-database";
import { temporaryFolder } from "../../../../support/storage/temporary-folder";

describe("migrate", () => {
  test("makes the tables of an empty database", async () => {
    const open = await emptyDatabase();

    await migrate(open.kysely, allMigrations);

    expect(tablesOf(open)).toEqual([
      "access",
      "audit",
      "client_ids",
      "messages",
      "notifications",
      "rooms",
      "snapshots",
      "updates",
    ]);
  });

  test("does nothing to a database that is up to date", async () => {
    const open = await emptyDatabase();
    await migrate(open.kysely, { "0001": creating("one") });

    await migrate(open.kysely, { "0001": creating("one") });

    expect(tablesOf(open)).toEqual(["one"]);
  });

  test("runs only what has not been run, in the order of the names", async () => {
    const open = await emptyDatabase();
    await migrate(open.kysely, { "0001": creating("one") });

    await migrate(open.kysely, {
      "0003": renaming("two", "three"),
      "0002": creating("two"),
      "0001": creating("one"),
    });

    expect(tablesOf(open)).toEqual(["one", "three"]);
  });

  test("keeps nothing of a run that fails half way", async () => {
    const open = await emptyDatabase();
    const broken = { "0001": creating("one"), "0002": creating("one") };

    await expect(migrate(open.kysely, broken)).rejects.toThrow(
      'table "one" already exists',
    );

    expect(tablesOf(open)).toEqual([]);
    await migrate(open.kysely, { "0001": creating("one") });
    expect(tablesOf(open)).toEqual(["one"]);
  });

  test("leaves the database of a newer program alone", async () => {
    const open = await emptyDatabase();
    const newer = { "0001": creating("one"), "0002": creating("two") };
    await migrate(open.kysely, newer);

    const older = { "0001": creating("one") };
    await expect(migrate(open.kysely, older)).rejects.toThrow(
      "Unknown migrations: 0002",
    );
  });
});

async function emptyDatabase(): Promise<OpenDatabase> {
  const open = openForWriting(
    path.join(await temporaryFolder(), "test.sqlite"),
  );
  onTestFinished(() => void open.database.close());
  return open;
}

function creating(table: string): Migration {
  return {
    up: (db) => db.schema.createTable(table).addColumn("id", "text").execute(),
  };
}

function renaming(from: string, to: string): Migration {
  return { up: (db) => db.schema.alterTable(from).renameTo(to).execute() };
}

/** The names of all tables but those in which migrations are recorded. */
function tablesOf({ database }: OpenDatabase): unknown[] {
  return database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'kysely%' order by name",
    )
    .pluck()
    .all();
}
