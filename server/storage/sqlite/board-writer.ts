import Database from "better-sqlite3";
import { unreachable } from "@/core/base/assert";
import type { BoardId } from "@/core/base/ids";
import type {
  AccessChange,
  ClientIdOwner,
  NewMessage,
  Recipient,
  Revision,
  RoomRecord,
  StoredMessage,
  StoredUpdate,
} from "../board-storage";
import { isNextUpdate, unknownRoomError } from "../log-rules";
import {
  fromRoomRecord,
  fromStoredMessage,
  toRoomRecord,
  toStoredMessage,
} from "../rows";
import type { RoomRow } from "../schema";
import type { OpenDatabase } from "./open-database";
import { describeError } from "../../workers/serve-calls";
import type {
  CommitReport,
  Write,
  WriteOutcome,
  WriteResult,
} from "./worker-messages";
import { prepareWriterQueries, type WriterQueries } from "./writer-queries";

/** Has a name that no room can have, and is long enough to need pages of its own. */
const PROBE: RoomRow = {
  id: "",
  epoch: "",
  owner: "x".repeat(10_000),
  schema: 0,
  created_at: 0,
};

/** Writes batches through the one connection that writes. Blocks its thread while the disk syncs. */
export class BoardWriter {
  readonly #queries: WriterQueries;
  readonly #attemptAll: (writes: readonly Write[]) => WriteOutcome[];
  readonly #probe: () => void;

  constructor(open: OpenDatabase) {
    this.#queries = prepareWriterQueries(open);
    const transaction = open.database.transaction((writes: readonly Write[]) =>
      writes.map((write) => this.#attempt(write)),
    );
    this.#attemptAll = (writes) => transaction.immediate(writes);
    const probe = open.database.transaction(() => {
      this.#queries.insertRoom.run(PROBE);
      this.#queries.deleteRoom.run({ room: PROBE.id });
    });
    this.#probe = () => void probe.immediate();
  }

  /**
   * Applies all writes in one transaction. A write that breaks a rule is refused alone; when the database itself
   * fails (disk full, locked, broken), this throws and none is kept.
   */
  commit(writes: readonly Write[]): CommitReport {
    const begin = performance.now();
    const outcomes = this.#attemptAll(writes);
    return { outcomes, milliseconds: performance.now() - begin };
  }

  /** Commits a room that is gone in the same commit. Throws when the database fails. */
  probe(): void {
    this.#probe();
  }

  /** No savepoint is needed: what can be refused of a write is its first statement, which SQLite undoes when it fails. */
  #attempt(write: Write): WriteOutcome {
    try {
      return { result: this.#apply(write) };
    } catch (error) {
      if (isDatabaseFailure(error)) throw error;
      return { refusal: describeError(error) };
    }
  }

  #apply(write: Write): WriteResult {
    switch (write.kind) {
      case "createRoom":
        return this.#createRoom(write.room);
      case "append":
        return this.#append(write.id, write.update);
      case "putSnapshot":
        this.#queries.putSnapshot.run({ room: write.id, ...write.snapshot });
        return undefined;
      case "addClientIds":
        return this.#addClientIds(write.id, write.owners);
      case "addMessage":
        return this.#addMessage(write.id, write.message, write.recipients);
      case "editMessage":
        return this.#editMessage(write.id, write.revision);
      case "deleteMessage":
        return this.#deleteMessage(write.id, write.revision);
      case "changeAccess":
        return this.#changeAccess(write.id, write.change);
      case "seeNotifications": {
        const { id: room, user, seq, at: seen_at } = write;
        return this.#queries.seeNotifications.run({ room, user, seq, seen_at })
          .changes;
      }
      default:
        return unreachable(write);
    }
  }

  #createRoom(room: RoomRecord): RoomRecord {
    this.#queries.insertRoom.run(fromRoomRecord(room));
    return this.#storedRoom(room.id);
  }

  #append(id: BoardId, update: StoredUpdate): undefined {
    const { lastUpdate, insertUpdate } = this.#queries;
    const last = lastUpdate.get({ room: id });
    if (!last) this.#storedRoom(id);
    if (isNextUpdate(id, update.seq, last?.seq ?? 0)) {
      insertUpdate.run({ room: id, ...update });
    }
  }

  #changeAccess(room: BoardId, change: AccessChange): undefined {
    const { lastAudit, insertAudit, putAccess, removeAccess, setOwner } =
      this.#queries;
    this.#storedRoom(room);
    const seq = (lastAudit.get({ room })?.seq ?? 0) + 1;
    insertAudit.run({ room, seq, ...change.audit });
    for (const { key, value } of change.entries)
      if (value === undefined) removeAccess.run({ room, key });
      else putAccess.run({ room, key, value });
    if (change.owner) setOwner.run({ id: room, owner: change.owner });
  }

  #addClientIds(id: BoardId, owners: readonly ClientIdOwner[]): undefined {
    this.#storedRoom(id);
    for (const owner of owners)
      this.#queries.insertClientId.run({ room: id, ...owner });
  }

  #addMessage(
    id: BoardId,
    message: NewMessage,
    recipients: readonly Recipient[] = [],
  ): StoredMessage {
    const { messageByNonce, lastMessage, insertMessage } = this.#queries;
    const { author, nonce } = message;
    const earlier = messageByNonce.get({ room: id, author, nonce });
    if (earlier) return toStoredMessage(earlier);
    const last = lastMessage.get({ room: id });
    if (!last) this.#storedRoom(id);
    const stored = { ...message, seq: (last?.seq ?? 0) + 1 };
    insertMessage.run({ room: id, ...fromStoredMessage(stored) });
    for (const { user, reason } of recipients)
      this.#queries.insertNotification.run({
        user,
        room: id,
        seq: stored.seq,
        reason,
        at: message.at,
        seen_at: null,
      });
    return stored;
  }

  #editMessage(
    room: BoardId,
    { seq, author, at, text }: Revision & { readonly text: string },
  ): StoredMessage | undefined {
    const { editMessage } = this.#queries;
    const { changes } = editMessage.run({
      room,
      seq,
      author,
      text,
      edited_at: at,
    });
    return changes > 0 ? this.#messageOf(room, seq, author) : undefined;
  }

  #deleteMessage(
    room: BoardId,
    { seq, author, at }: Revision,
  ): StoredMessage | undefined {
    this.#queries.deleteMessage.run({ room, seq, author, deleted_at: at });
    return this.#messageOf(room, seq, author);
  }

  #messageOf(
    room: BoardId,
    seq: number,
    author: string,
  ): StoredMessage | undefined {
    const row = this.#queries.messageOf.get({ room, seq, author });
    return row && toStoredMessage(row);
  }

  #storedRoom(id: BoardId): RoomRecord {
    const row = this.#queries.room.get({ room: id });
    if (!row) throw unknownRoomError(id);
    return toRoomRecord(row);
  }
}

/** Whether the database failed, rather than one write broke a rule. SQLite may have rolled everything back by then. */
function isDatabaseFailure(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    !error.code.startsWith("SQLITE_CONSTRAINT")
  );
}
