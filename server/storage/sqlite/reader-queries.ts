import { sql } from "kysely";
import type { NotifiedRow } from "../rows";
import type {
  AccessRow,
  ClientIdRow,
  MessageRow,
  RoomRow,
  SnapshotRow,
  UpdateRow,
} from "../schema";
import { MESSAGE_COLUMNS } from "./message-columns";
import { FOLD, type OpenDatabase } from "./open-database";
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

interface Search extends MessageRange {
  /** Folded. */
  query: string;
}

export type ReaderQueries = ReturnType<typeof prepareReaderQueries>;

/** Everything that the reading connection runs, prepared once. */
export function prepareReaderQueries({ database, kysely }: OpenDatabase) {
  const range = parameters<UpdateRange>();
  const page = parameters<MessageRange>();
  const search = parameters<Search>();
  const ofUser = parameters<{ user: string; limit: number }>();
  const room = range("room");

  return {
    room: prepare<ByRoom, RoomRow>(
      database,
      kysely.selectFrom("rooms").selectAll().where("id", "=", room),
    ),
    access: prepare<ByRoom, Omit<AccessRow, "room">>(
      database,
      kysely
        .selectFrom("access")
        .select(["key", "value"])
        .where("room", "=", room),
    ),
    snapshot: prepare<ByRoom, Pick<SnapshotRow, "seq" | "bytes">>(
      database,
      kysely
        .selectFrom("snapshots")
        .select(["seq", "bytes"])
        .where("room", "=", room),
    ),
    /** Without the bytes, which may be megabytes. */
    snapshotSeq: prepare<ByRoom, Pick<SnapshotRow, "seq">>(
      database,
      kysely.selectFrom("snapshots").select("seq").where("room", "=", room),
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
    clientIds: prepare<ByRoom, Omit<ClientIdRow, "room">>(
      database,
      kysely
        .selectFrom("client_ids")
        .select(["client", "user"])
        .where("room", "=", room),
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
    foundMessages: prepare<Search, Omit<MessageRow, "room">>(
      database,
      kysely
        .selectFrom("messages")
        .select(MESSAGE_COLUMNS)
        .where("room", "=", search("room"))
        .where("seq", "<", search("before"))
        .where("deleted_at", "is", null)
        .where(
          sql<boolean>`instr(${sql.raw(FOLD)}(text), ${search("query")}) > 0`,
        )
        .orderBy("seq", "desc")
        .limit(search("limit")),
    ),
    notifications: prepare<{ user: string; limit: number }, NotifiedRow>(
      database,
      kysely
        .selectFrom("notifications")
        .innerJoin("messages", (join) =>
          join
            .onRef("messages.room", "=", "notifications.room")
            .onRef("messages.seq", "=", "notifications.seq"),
        )
        .select([
          "notifications.room",
          "notifications.seq",
          "notifications.reason",
          "messages.name",
          "messages.text",
          "messages.at",
        ])
        .where("notifications.user", "=", ofUser("user"))
        .where("notifications.seen_at", "is", null)
        .where("messages.deleted_at", "is", null)
        .orderBy("notifications.at", "desc")
        .orderBy("notifications.seq", "desc")
        .limit(ofUser("limit")),
    ),
  };
}
