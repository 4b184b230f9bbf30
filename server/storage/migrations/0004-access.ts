import type { Kysely, Migration } from "kysely";

/** Who may do what in a room, and who has decided it. */
export const access: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("access")
      .addColumn("room", "text", (column) =>
        column.notNull().references("rooms.id"),
      )
      .addColumn("key", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("access_key", ["room", "key"])
      .execute();

    await db.schema
      .createTable("audit")
      .addColumn("room", "text", (column) =>
        column.notNull().references("rooms.id"),
      )
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("by", "text", (column) => column.notNull())
      .addColumn("action", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("audit_key", ["room", "seq"])
      .execute();
  },
};
