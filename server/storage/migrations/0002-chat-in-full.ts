import type { Kysely, Migration } from "kysely";

/** Replies, edits, deletions, mentions and attached shapes in the chat, and who is to be told of a message. */
export const chatInFull: Migration = {
  async up(db: Kysely<unknown>) {
    // One column a statement: SQLite adds no more at once.
    const columns = [
      ["reply_to", "integer"],
      ["edited_at", "bigint"],
      ["deleted_at", "bigint"],
      ["mentions", "text"],
      ["shapes", "text"],
    ] as const;
    for (const [name, type] of columns)
      await db.schema.alterTable("messages").addColumn(name, type).execute();

    await db.schema
      .createTable("notifications")
      .addColumn("user", "text", (column) => column.notNull())
      .addColumn("room", "text", (column) =>
        column.notNull().references("rooms.id"),
      )
      .addColumn("seq", "integer", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("seen_at", "bigint")
      .addPrimaryKeyConstraint("notifications_key", ["user", "room", "seq"])
      .execute();
  },
};
