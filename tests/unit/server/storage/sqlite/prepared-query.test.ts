import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openForWriting } from "@/server/storage/sqlite/open-database";
import { parameters, prepare } from "@/server/storage/sqlite/prepared-query";
import { temporaryFolder } from "../../../../support/storage/temporary-folder";

describe("prepare", () => {
  test("runs a typed query with the values of each run", async () => {
    const { database, kysely } = await openWithRooms();
    const given = parameters<{ id: string }>();
    const query = kysely
      .selectFrom("rooms")
      .select("owner")
      .where("id", "=", given("id"));

    const owner = prepare<{ id: string }, { owner: string }>(database, query);

    expect(owner.get({ id: "plans" })).toEqual({ owner: "ada" });
    expect(owner.get({ id: "unknown" })).toBeUndefined();
  });

  test("refuses a query with a value that no run could give", async () => {
    const { database, kysely } = await openWithRooms();
    const query = kysely.selectFrom("rooms").select("owner").limit(1);

    expect(() => prepare(database, query)).toThrow(
      "A value of this query is not among its parameters",
    );
  });
});

async function openWithRooms() {
  const open = openForWriting(
    path.join(await temporaryFolder(), "test.sqlite"),
  );
  onTestFinished(() => void open.database.close());
  open.database.exec("create table rooms (id text, owner text)");
  open.database.exec("insert into rooms values ('plans', 'ada')");
  return open;
}
