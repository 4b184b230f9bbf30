/**
 * The tables as Kysely sees them, the same for every SQL engine. Changed only together with a new migration.
 *
 * Times are milliseconds since 1970.
 */
export interface StorageSchema {
  rooms: RoomRow;
  updates: UpdateRow;
  snapshots: SnapshotRow;
  messages: MessageRow;
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

export interface MessageRow {
  room: string;
  seq: number;
  id: string;
  author: string;
  name: string;
  text: string;
  at: number;
  nonce: string;
}
