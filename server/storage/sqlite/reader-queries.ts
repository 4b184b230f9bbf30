import { sql } from "kysely";
import type { MessageRow, RoomRow, SnapshotRow, UpdateRow } from "../schema";
import { MESSAGE_COLUMNS } from "./message-columns";
import type { OpenDatabase } from "./open-database";
import { parameters, prepare } from "./prepared-query";

interface ByRoom {
  room: string;
}
/** Updates with after < seq <= upTo. */
interface UpdateRange extends ByRoom {
  after: number;
  upTo: number;
}
interface MessageRange extends ByRoom {
  before: number;
  limit: number;
}

export type ReaderQueries = ReturnType<typeof prepareReaderQueries>;

/** Everything that the reading connection runs, prepared once. */
export function prepareReaderQueries({ database, kysely }: OpenDatabase) {
  const range = parameters<UpdateRange>();
  const page = parameters<MessageRange>();
  const room = range("room");

  return {
    room: prepare<ByRoom, RoomRow>(
      database,
      kysely.selectFrom("rooms").selectAll().where("id", "=", room),
    ),
    snapshot: prepare<ByRoom, Pick<SnapshotRow, "seq" | "bytes">>(
      database,
      kysely
        .selectFrom("snapshots")
        .select(["seq", "bytes"])
        .where("room", "=", room),
    ),
    lastUpdate: prepare<ByRoom, { seq: number }>(
      database,
      kysely
        .selectFrom("updates")
        .select("seq")
        .where("room", "=", room)
        .orderBy("seq", "desc")
        .limit(sql.lit(1)),
    ),
    updates: prepare<UpdateRange, Omit<UpdateRow, "room">>(
      database,
      kysely
        .selectFrom("updates")
        .select(["seq", "bytes", "user", "at"])
        .where("room", "=", room)
        .where("seq", ">", range("after"))
        .where("seq", "<=", range("upTo"))
        .orderBy("seq"),
    ),
    newestMessages: prepare<MessageRange, Omit<MessageRow, "room">>(
      database,
      kysely
        .selectFrom("messages")
        .select(MESSAGE_COLUMNS)
        .where("room", "=", page("room"))
        .where("seq", "<", page("before"))
        .orderBy("seq", "desc")
        .limit(page("limit")),
    ),
  };
}
