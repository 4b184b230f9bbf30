/**
 * The tables as Kysely sees them, the same for every SQL engine. Changed only together with a new migration.
 *
 * Times are milliseconds since 1970.
 */
export interface StorageSchema {
  rooms: RoomRow;
  updates: UpdateRow;
  snapshots: SnapshotRow;
  client_ids: ClientIdRow;
  messages: MessageRow;
  notifications: NotificationRow;
  access: AccessRow;
  audit: AuditRow;
}

export interface RoomRow {
  id: string;
  epoch: string;
  owner: string;
  schema: number;
  created_at: number;
}

/** One entry of a room's log; the log stays when a snapshot is made, for the history. */
export interface UpdateRow {
  room: string;
  seq: number;
  bytes: Uint8Array;
  user: string;
  at: number;
}

/** At most one row a room: a newer snapshot takes the place of the older one. */
export interface SnapshotRow {
  room: string;
  seq: number;
  bytes: Uint8Array;
}

export interface ClientIdRow {
  room: string;
  client: number;
  user: string;
}

export interface MessageRow {
  room: string;
  seq: number;
  id: string;
  author: string;
  name: string;
  text: string;
  at: number;
  nonce: string;
  reply_to: number | null;
  edited_at: number | null;
  deleted_at: number | null;
  /** JSON: a list of `{ user, name }`. */
  mentions: string | null;
  /** JSON: a list of ids. */
  shapes: string | null;
}

/** One thing that is decided about who may do what in a room. */
export interface AccessRow {
  room: string;
  key: string;
  value: string;
}

/** What somebody decided, in the order in which it was. */
export interface AuditRow {
  room: string;
  seq: number;
  at: number;
  by: string;
  action: string;
}

/** One person who is to be told of one message. */
export interface NotificationRow {
  user: string;
  room: string;
  seq: number;
  reason: "mention" | "reply";
  at: number;
  seen_at: number | null;
}
