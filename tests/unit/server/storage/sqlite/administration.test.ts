import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { asBoardId, asUserId } from "@/core/base/ids";
import { dataFiles } from "@/server/storage/data-folder";
import { openAdministration } from "@/server/storage/sqlite/sqlite-administration";
import { temporaryFolder } from "../../../../support/storage/temporary-folder";

const TABLES_WITH_ROOMS = `
  select tables.name from sqlite_schema as tables, pragma_table_info(tables.name) as columns
  where tables.type = 'table' and columns.name = 'room'`;

test("a room that is purged leaves nothing in any table, and its neighbours everything", async () => {
  const dataDir = await temporaryFolder();
  const boards = await openAdministration(dataDir);
  const database = new Database(dataFiles(dataDir).database);
  const tables = database.prepare(TABLES_WITH_ROOMS).pluck().all() as string[];
  expect(tables.length).toBeGreaterThan(5);
  for (const room of ["plans", "plans-2"]) {
    database
      .prepare("insert into rooms values (?, 'epoch', 'ada', 1, 1)")
      .run(room);
    for (const table of tables) addRow(database, table, room);
  }

  expect(boards.purge(asBoardId("plans"), "another")).toBe(true);

  for (const table of tables)
    expect(
      database.prepare(`select room from "${table}"`).pluck().all(),
      `${table}: let its column "room" refer to rooms.id`,
    ).toEqual(["plans-2"]);
  expect(
    database.prepare("select id, epoch, owner from rooms order by id").all(),
  ).toEqual([
    { id: "plans", epoch: "another", owner: "ada" },
    { id: "plans-2", epoch: "epoch", owner: "ada" },
  ]);
  expect(boards.purge(asBoardId("nothing"), "another")).toBe(false);
  expect(boards.setOwner(asBoardId("nothing"), asUserId("ben"))).toBe(false);
  database.close();
  boards.close();
});

/** A row with something in each column that must not be empty. */
function addRow(database: Database.Database, table: string, room: string) {
  const columns = database.pragma(`table_info("${table}")`) as {
    name: string;
    notnull: number;
  }[];
  const needed = columns.filter(({ notnull }) => notnull);
  const values = needed.map(({ name }) => (name === "room" ? room : 1));
  const names = needed.map(({ name }) => `"${name}"`);
  if (!names.includes('"room"')) {
    names.push('"room"');
    values.push(room);
  }
  const marks = names.map(() => "?");
  database
    .prepare(
      `insert into "${table}" (${names.join()}) values (${marks.join()})`,
    )
    .run(...values);
}
