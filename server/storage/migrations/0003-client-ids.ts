import type { Kysely, Migration } from "kysely";

/** Whose the client ids of a room's document are. */
export const clientIds: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("client_ids")
      .addColumn("room", "text", (column) =>
        column.notNull().references("rooms.id"),
      )
      .addColumn("client", "bigint", (column) => column.notNull())
      .addColumn("user", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("client_ids_key", ["room", "client"])
      .execute();
  },
};
