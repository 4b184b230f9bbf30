import { sql } from "kysely";
import type {
  AccessRow,
  AuditRow,
  ClientIdRow,
  MessageRow,
  NotificationRow,
  RoomRow,
  SnapshotRow,
  UpdateRow,
} from "../schema";
import { MESSAGE_COLUMNS } from "./message-columns";
import type { OpenDatabase } from "./open-database";
import { parameters, prepare } from "./prepared-query";

interface ByRoom {
  room: string;
}
type ByNonce = Pick<MessageRow, "room" | "author" | "nonce">;
type ByAuthor = Pick<MessageRow, "room" | "seq" | "author">;
type Edit = ByAuthor & { text: string; edited_at: number };
type Deletion = ByAuthor & { deleted_at: number };
type Sight = Pick<NotificationRow, "user" | "room" | "seq"> & {
  seen_at: number;
};

export type WriterQueries = ReturnType<typeof prepareWriterQueries>;

/** Everything that the writing connection runs, prepared once. */
export function prepareWriterQueries({ database, kysely }: OpenDatabase) {
  const room = parameters<RoomRow>();
  const update = parameters<UpdateRow>();
  const snapshot = parameters<SnapshotRow>();
  const clientId = parameters<ClientIdRow>();
  const message = parameters<MessageRow>();
  const notification = parameters<NotificationRow>();
  const access = parameters<AccessRow>();
  const audit = parameters<AuditRow>();

  return {
    room: prepare<ByRoom, RoomRow>(
      database,
      kysely.selectFrom("rooms").selectAll().where("id", "=", update("room")),
    ),
    insertRoom: prepare<RoomRow>(
      database,
      kysely
        .insertInto("rooms")
        .values({
          id: room("id"),
          epoch: room("epoch"),
          owner: room("owner"),
          schema: room("schema"),
          created_at: room("created_at"),
        })
        .onConflict((conflict) => conflict.column("id").doNothing()),
    ),

    deleteRoom: prepare<ByRoom>(
      database,
      kysely.deleteFrom("rooms").where("id", "=", update("room")),
    ),

    setOwner: prepare<Pick<RoomRow, "id" | "owner">>(
      database,
      kysely
        .updateTable("rooms")
        .set({ owner: room("owner") })
        .where("id", "=", room("id")),
    ),
    putAccess: prepare<AccessRow>(
      database,
      kysely
        .insertInto("access")
        .values({
          room: access("room"),
          key: access("key"),
          value: access("value"),
        })
        .onConflict((conflict) =>
          conflict
            .columns(["room", "key"])
            .doUpdateSet({ value: access("value") }),
        ),
    ),
    removeAccess: prepare<Omit<AccessRow, "value">>(
      database,
      kysely
        .deleteFrom("access")
        .where("room", "=", access("room"))
        .where("key", "=", access("key")),
    ),
    lastAudit: prepare<ByRoom, { seq: number }>(
      database,
      kysely
        .selectFrom("audit")
        .select("seq")
        .where("room", "=", update("room"))
        .orderBy("seq", "desc")
        .limit(sql.lit(1)),
    ),
    insertAudit: prepare<AuditRow>(
      database,
      kysely.insertInto("audit").values({
        room: audit("room"),
        seq: audit("seq"),
        at: audit("at"),
        by: audit("by"),
        action: audit("action"),
      }),
    ),

    lastUpdate: prepare<ByRoom, { seq: number }>(
      database,
      kysely
        .selectFrom("updates")
        .select("seq")
        .where("room", "=", update("room"))
        .orderBy("seq", "desc")
        .limit(sql.lit(1)),
    ),
    insertUpdate: prepare<UpdateRow>(
      database,
      kysely.insertInto("updates").values({
        room: update("room"),
        seq: update("seq"),
        bytes: update("bytes"),
        user: update("user"),
        at: update("at"),
      }),
    ),

    putSnapshot: prepare<SnapshotRow>(
      database,
      kysely
        .insertInto("snapshots")
        .values({
          room: snapshot("room"),
          seq: snapshot("seq"),
          bytes: snapshot("bytes"),
        })
        .onConflict((conflict) =>
          conflict
            .column("room")
            .doUpdateSet({
              seq: snapshot("seq"),
              bytes: snapshot("bytes"),
            })
            .where("snapshots.seq", "<", snapshot("seq")),
        ),
    ),

    insertClientId: prepare<ClientIdRow>(
      database,
      kysely
        .insertInto("client_ids")
        .values({
          room: clientId("room"),
          client: clientId("client"),
          user: clientId("user"),
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),

    messageByNonce: prepare<ByNonce, Omit<MessageRow, "room">>(
      database,
      kysely
        .selectFrom("messages")
        .select(MESSAGE_COLUMNS)
        .where("room", "=", message("room"))
        .where("author", "=", message("author"))
        .where("nonce", "=", message("nonce")),
    ),
    lastMessage: prepare<ByRoom, { seq: number }>(
      database,
      kysely
        .selectFrom("messages")
        .select("seq")
        .where("room", "=", message("room"))
        .orderBy("seq", "desc")
        .limit(sql.lit(1)),
    ),
    insertMessage: prepare<MessageRow>(
      database,
      kysely.insertInto("messages").values({
        room: message("room"),
        seq: message("seq"),
        id: message("id"),
        author: message("author"),
        name: message("name"),
        text: message("text"),
        at: message("at"),
        nonce: message("nonce"),
        reply_to: message("reply_to"),
        edited_at: message("edited_at"),
        deleted_at: message("deleted_at"),
        mentions: message("mentions"),
        shapes: message("shapes"),
      }),
    ),
    messageOf: prepare<ByAuthor, Omit<MessageRow, "room">>(
      database,
      kysely
        .selectFrom("messages")
        .select(MESSAGE_COLUMNS)
        .where("room", "=", message("room"))
        .where("seq", "=", message("seq"))
        .where("author", "=", message("author")),
    ),
    editMessage: prepare<Edit>(
      database,
      kysely
        .updateTable("messages")
        .set({ text: message("text"), edited_at: message("edited_at") })
        .where("room", "=", message("room"))
        .where("seq", "=", message("seq"))
        .where("author", "=", message("author"))
        .where("deleted_at", "is", null),
    ),
    deleteMessage: prepare<Deletion>(
      database,
      kysely
        .updateTable("messages")
        .set({
          text: sql.lit(""),
          mentions: sql.lit(null),
          shapes: sql.lit(null),
          deleted_at: message("deleted_at"),
        })
        .where("room", "=", message("room"))
        .where("seq", "=", message("seq"))
        .where("author", "=", message("author"))
        .where("deleted_at", "is", null),
    ),

    insertNotification: prepare<NotificationRow>(
      database,
      kysely
        .insertInto("notifications")
        .values({
          user: notification("user"),
          room: notification("room"),
          seq: notification("seq"),
          reason: notification("reason"),
          at: notification("at"),
          seen_at: notification("seen_at"),
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    seeNotifications: prepare<Sight>(
      database,
      kysely
        .updateTable("notifications")
        .set({ seen_at: notification("seen_at") })
        .where("user", "=", notification("user"))
        .where("room", "=", notification("room"))
        .where("seq", "<=", notification("seq"))
        .where("seen_at", "is", null),
    ),
  };
}
