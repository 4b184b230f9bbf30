import type { BoardId, UserId } from "@/core/base/ids";

/** What is known of a room besides its document. Only the owner changes after the room was first stored. */
export interface RoomRecord {
  readonly id: BoardId;
  /** Changes only when a room is made anew, so that a browser can tell its old copy from this room. */
  readonly epoch: string;
  /** Who stored the room first, or was given it since. */
  readonly owner: UserId;
  /** Version of the document's schema. */
  readonly schema: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** One change of a document: bytes that the storage never looks into. */
export interface StoredUpdate {
  /** 1 for a room's first update, then rising by 1. */
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly user: UserId;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface StoredSnapshot {
  /** The last update that the snapshot contains. */
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** One thing that is decided about who may do what in a room. The storage looks into neither part. */
export interface AccessEntry {
  readonly key: string;
  readonly value: string;
}

/** What somebody has decided about who may do what: kept whole or not at all. */
export interface AccessChange {
  /** What is put in the place of each key; undefined takes away what is there. */
  readonly entries: readonly {
    readonly key: string;
    readonly value: string | undefined;
  }[];
  /** The room's new owner; undefined while it stays. */
  readonly owner?: UserId | undefined;
  /** Kept in a list of its own, for the operator. */
  readonly audit: {
    readonly by: UserId;
    /** Milliseconds since 1970. */
    readonly at: number;
    readonly action: string;
  };
}

export interface StoredBoard {
  readonly room: RoomRecord;
  /** In no particular order. */
  readonly access: readonly AccessEntry[];
  readonly snapshot: StoredSnapshot | undefined;
  /** The updates after the snapshot, by rising seq. */
  readonly updates: readonly StoredUpdate[];
  /** The seq of the last update, 0 when there is none. */
  readonly lastSeq: number;
}

/** Whose one of a room's client ids is: the numbers under which a document's changes are made. */
export interface ClientIdOwner {
  readonly client: number;
  readonly user: UserId;
}

export interface NewMessage {
  readonly id: string;
  readonly author: UserId;
  /** The author's name when it was written. */
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Made by the author's client: a message sent twice carries the same one. */
  readonly nonce: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number | undefined;
  readonly mentions?: readonly Mention[] | undefined;
  /** The ids of shapes that it points to, which may be gone by the time it is read. */
  readonly shapes?: readonly string[] | undefined;
}

/** A person who is called by name in a message. */
export interface Mention {
  readonly user: string;
  readonly name: string;
}

export interface StoredMessage extends NewMessage {
  /** Position in the room's chat: 1 for the first message, then rising by 1. */
  readonly seq: number;
  /** When the author last changed the text. Milliseconds since 1970. */
  readonly editedAt?: number | undefined;
  /** When the author took it back: nothing of it is left but its place. Milliseconds since 1970. */
  readonly deletedAt?: number | undefined;
}

export type NotificationReason = "mention" | "reply";

/** One who is to be told of a message, wherever they are. */
export interface Recipient {
  readonly user: UserId;
  readonly reason: NotificationReason;
}

/** A message that waits for somebody. */
export interface StoredNotification {
  readonly room: BoardId;
  readonly seq: number;
  /** The author's name when it was written. */
  readonly name: string;
  readonly text: string;
  /** When it was written. Milliseconds since 1970. */
  readonly at: number;
  readonly reason: NotificationReason;
}

/** What an author does to a message of theirs. */
export interface Revision {
  readonly seq: number;
  readonly author: UserId;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A page of a chat's history, by rising seq; what a search has found, the newest first. */
export interface MessagePage {
  readonly messages: readonly StoredMessage[];
  /** Whether there are older messages than these. */
  readonly hasMore: boolean;
}

/**
 * Where boards live between visits. Sees opaque bytes and knows nothing of Yjs.
 *
 * Every write resolves only once it would survive the death of the process, and with the default settings a power
 * failure. A write that rejects may be tried again, any number of times: trying again is the caller's business, and
 * what had been kept after all is not kept twice. Writes of all rooms that wait at the same moment share one commit; they are
 * applied in the order of the calls. What a write has resolved with, every later read sees. Room names may be prefixes of
 * each other.
 */
export interface BoardStorage {
  /** What is known of a room besides its document; undefined for a room that was never stored. Cheap, however large the board. */
  find(id: BoardId): Promise<RoomRecord | undefined>;
  /** The stored board, or undefined for a room that was never stored. */
  load(id: BoardId): Promise<StoredBoard | undefined>;
  /** Stores a room, or changes nothing when it is there already; resolves with the record that is stored. */
  createRoom(room: RoomRecord): Promise<RoomRecord>;
  /** Keeps what was decided about who may do what. Rejects for a room that was never stored. */
  changeAccess(id: BoardId, change: AccessChange): Promise<void>;
  /**
   * Adds one update to a stored room's log; the bytes are copied at once. Adding the same `seq` again changes nothing.
   * Rejects for a room that was never stored, and for an update that would leave a gap: when one of several appends
   * fails, those behind it fail too, and all are to be tried again in their order.
   */
  append(id: BoardId, update: StoredUpdate): Promise<void>;
  /**
   * Folds the updates up to `seq` into one snapshot, away from the caller's thread; the log stays, for the history. Does
   * nothing when the stored snapshot reaches as far. Rejects when the log does not.
   */
  compact(id: BoardId, seq: number): Promise<void>;
  /** Whose the client ids of a room are, in no order; empty for an unknown room. */
  clientIds(id: BoardId): Promise<readonly ClientIdOwner[]>;
  /** Notes whose client ids are. One that has an owner keeps it. Rejects for a room that was never stored. */
  addClientIds(id: BoardId, owners: readonly ClientIdOwner[]): Promise<void>;
  /**
   * Adds a chat message to a stored room and numbers it, together with the notifications of its `recipients` (default: none).
   * When the author has already sent this `nonce`, nothing is added and the message stored then is returned.
   */
  addMessage(
    id: BoardId,
    message: NewMessage,
    recipients?: readonly Recipient[],
  ): Promise<StoredMessage>;
  /**
   * Gives a message another text and resolves with it as it is now; undefined, with nothing changed, when the author has no such
   * message or has deleted it.
   */
  editMessage(
    id: BoardId,
    revision: Revision & { readonly text: string },
  ): Promise<StoredMessage | undefined>;
  /**
   * Empties a message and resolves with what is left of it; undefined, with nothing changed, when the author has no such message.
   * A second deletion changes nothing.
   */
  deleteMessage(
    id: BoardId,
    revision: Revision,
  ): Promise<StoredMessage | undefined>;
  /**
   * The newest `limit` messages with a seq below `before` (default: all) whose text holds `query`, in whatever case. Deleted ones
   * are not found.
   */
  search(
    id: BoardId,
    query: string,
    options: { before?: number; limit: number },
  ): Promise<MessagePage>;
  /** The newest `limit` messages of all rooms that wait for a person and are not deleted, the newest first. */
  notifications(
    user: UserId,
    limit: number,
  ): Promise<readonly StoredNotification[]>;
  /** Notes that a person has seen what waited for them in a room, up to and with `seq`. Resolves with how many that were. */
  seeNotifications(
    user: UserId,
    id: BoardId,
    seen: { readonly seq: number; readonly at: number },
  ): Promise<number>;
  /** The newest `limit` messages with a seq below `before` (default: all); empty for an unknown room. */
  messages(
    id: BoardId,
    options: { before?: number; limit: number },
  ): Promise<MessagePage>;
  /** Writes a little to the disk, of which nothing stays. Rejects when the disk would not keep a change either. */
  probe(): Promise<void>;
  /** Finishes the writes that wait, then lets go of files and locks. */
  close(): Promise<void>;
}
