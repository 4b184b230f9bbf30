import type { Kysely, Migration } from "kysely";

/** Rooms with their log and snapshot, and their chat. */
export const boardsAndChat: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable("rooms")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("epoch", "text", (column) => column.notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("schema", "integer", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .execute();

    await db.schema
      .createTable("updates")
      .addColumn("room", "text", (column) =>
        column.notNull().references("rooms.id"),
      )
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("bytes", "blob", (column) => column.notNull())
      .addColumn("user", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("updates_key", ["room", "seq"])
      .execute();

    await db.schema
      .createTable("snapshots")
      .addColumn("room", "text", (column) =>
        column.primaryKey().references("rooms.id"),
      )
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("bytes", "blob", (column) => column.notNull())
      .execute();

    await db.schema
      .createTable("messages")
      .addColumn("room", "text", (column) =>
        column.notNull().references("rooms.id"),
      )
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("nonce", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("messages_key", ["room", "seq"])
      .addUniqueConstraint("messages_nonce", ["room", "author", "nonce"])
      .execute();
  },
};
