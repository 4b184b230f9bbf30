import { sql } from "kysely";
import type { MessageRow, RoomRow, SnapshotRow, UpdateRow } from "../schema";
import { MESSAGE_COLUMNS } from "./message-columns";
import type { OpenDatabase } from "./open-database";
import { parameters, prepare } from "./prepared-query";

interface ByRoom {
  room: string;
}
type ByNonce = Pick<MessageRow, "room" | "author" | "nonce">;

export type WriterQueries = ReturnType<typeof prepareWriterQueries>;

/** Everything that the writing connection runs, prepared once. */
export function prepareWriterQueries({ database, kysely }: OpenDatabase) {
  const room = parameters<RoomRow>();
  const update = parameters<UpdateRow>();
  const snapshot = parameters<SnapshotRow>();
  const message = parameters<MessageRow>();

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
      }),
    ),
  };
}
