import type Database from "better-sqlite3";
import type { Compilable, RawBuilder } from "kysely";
import { sql } from "kysely";
import { assert } from "@/core/base/assert";

/**
 * Stands in a query for a value that each run of it brings along, under the same name.
 *
 *     const given = parameters<{ room: string }>();
 *     const query = db.selectFrom("rooms").selectAll().where("id", "=", given("room"));
 *     prepare<{ room: string }, RoomRow>(database, query).get({ room: "plans" });
 */
export function parameters<Parameters>() {
  return <Name extends keyof Parameters & string>(
    name: Name,
  ): RawBuilder<Parameters[Name]> => sql.raw<Parameters[Name]>(`@${name}`);
}

/**
 * Prepares a typed query for better-sqlite3, which runs it without a promise. Compiled and prepared once, a query
 * costs a few microseconds a run; through Kysely's driver it would be compiled and prepared each time.
 */
export function prepare<Parameters extends object, Row = unknown>(
  database: Database.Database,
  query: Compilable<Row>,
): Database.Statement<[Parameters], Row> {
  const compiled = query.compile();
  assert(
    compiled.parameters.length === 0,
    `A value of this query is not among its parameters: ${compiled.sql}`,
  );
  return database.prepare<[Parameters], Row>(compiled.sql);
}
