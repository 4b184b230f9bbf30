import type { BoardId, UserId } from "@/core/base/ids";
import type {
  ClientIdOwner,
  MessagePage,
  RoomRecord,
  StoredBoard,
  StoredNotification,
} from "../board-storage";
import { foldCase } from "../fold-case";
import { isSnapshotDue, unknownRoomError } from "../log-rules";
import { mergeUpdates } from "../merge-updates";
import {
  toClientIdOwner,
  toNotification,
  toRoomRecord,
  toStoredMessage,
  toStoredUpdate,
} from "../rows";
import type { OpenDatabase } from "./open-database";
import { prepareReaderQueries, type ReaderQueries } from "./reader-queries";
import type { LogExtent, ReaderCalls } from "./worker-messages";

/** Stands for the end of a log or of a chat. */
const END = Number.MAX_SAFE_INTEGER;

/** Reads through a connection of its own, which sees every write that was reported as committed before the call. */
export class BoardReader implements ReaderCalls {
  readonly #open: OpenDatabase;
  readonly #queries: ReaderQueries;

  constructor(open: OpenDatabase) {
    this.#open = open;
    this.#queries = prepareReaderQueries(open);
  }

  find(id: BoardId): RoomRecord | undefined {
    const room = this.#queries.room.get({ room: id });
    return room && toRoomRecord(room);
  }

  extent(id: BoardId): LogExtent {
    const { snapshotSeq, lastUpdate } = this.#queries;
    return {
      snapshotSeq: snapshotSeq.get({ room: id })?.seq ?? 0,
      lastSeq: lastUpdate.get({ room: id })?.seq ?? 0,
    };
  }

  load(id: BoardId): StoredBoard | undefined {
    return this.#inOneTransaction(() => {
      const room = this.#queries.room.get({ room: id });
      if (!room) return undefined;
      const snapshot = this.#queries.snapshot.get({ room: id });
      const updates = this.#queries.updates
        .all({ room: id, after: snapshot?.seq ?? 0, upTo: END })
        .map(toStoredUpdate);
      const lastSeq = updates.at(-1)?.seq ?? snapshot?.seq ?? 0;
      const access = this.#queries.access.all({ room: id });
      return { room: toRoomRecord(room), access, snapshot, updates, lastSeq };
    });
  }

  clientIds(id: BoardId): ClientIdOwner[] {
    return this.#queries.clientIds.all({ room: id }).map(toClientIdOwner);
  }

  merge(id: BoardId, seq: number): Uint8Array | undefined {
    // Merged only after the transaction: while one is open, the write-ahead log cannot start over.
    const parts = this.#inOneTransaction(() => this.#partsUpTo(id, seq));
    return parts && mergeUpdates(parts);
  }

  messages(
    id: BoardId,
    { before = END, limit }: { before?: number; limit: number },
  ): MessagePage {
    const rows = this.#queries.newestMessages.all({
      room: id,
      before,
      limit: limit + 1,
    });
    const messages = rows.slice(0, limit).reverse().map(toStoredMessage);
    return { messages, hasMore: rows.length > limit };
  }

  search(
    id: BoardId,
    query: string,
    { before = END, limit }: { before?: number; limit: number },
  ): MessagePage {
    const rows = this.#queries.foundMessages.all({
      room: id,
      query: foldCase(query),
      before,
      limit: limit + 1,
    });
    const messages = rows.slice(0, limit).map(toStoredMessage);
    return { messages, hasMore: rows.length > limit };
  }

  notifications(user: UserId, limit: number): StoredNotification[] {
    return this.#queries.notifications.all({ user, limit }).map(toNotification);
  }

  close(): void {
    this.#open.database.close();
  }

  /** The stored snapshot, if any, and the updates after it; undefined when it reaches up to `seq` already. */
  #partsUpTo(id: BoardId, seq: number): Uint8Array[] | undefined {
    if (!this.#queries.room.get({ room: id })) throw unknownRoomError(id);
    const snapshot = this.#queries.snapshot.get({ room: id });
    const snapshotSeq = snapshot?.seq ?? 0;
    const lastSeq = this.#queries.lastUpdate.get({ room: id })?.seq ?? 0;
    if (!isSnapshotDue(id, seq, { snapshotSeq, lastSeq })) return undefined;
    const updates = this.#queries.updates.all({
      room: id,
      after: snapshotSeq,
      upTo: seq,
    });
    return [...(snapshot ? [snapshot] : []), ...updates].map(
      ({ bytes }) => bytes,
    );
  }

  #inOneTransaction<Result>(read: () => Result): Result {
    return this.#open.database.transaction(read)();
  }
}
