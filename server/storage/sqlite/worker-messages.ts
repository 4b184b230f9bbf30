import type { BoardId, UserId } from "@/core/base/ids";
import type {
  AccessChange,
  ClientIdOwner,
  MessagePage,
  NewMessage,
  Recipient,
  Revision,
  RoomRecord,
  StoredBoard,
  StoredMessage,
  StoredNotification,
  StoredSnapshot,
  StoredUpdate,
} from "../board-storage";

/** Given to a worker at its start; one writes, the other reads. */
export interface WorkerSetup {
  readonly role: "writer" | "reader";
  readonly dataDir: string;
}

/**
 * Each breaks a rule in its first statement, if at all, so that a write that is refused leaves nothing behind: notifications, which
 * follow their message, are taken without a condition.
 */
export type Write =
  | { readonly kind: "createRoom"; readonly room: RoomRecord }
  | {
      readonly kind: "append";
      readonly id: BoardId;
      readonly update: StoredUpdate;
    }
  | {
      readonly kind: "putSnapshot";
      readonly id: BoardId;
      readonly snapshot: StoredSnapshot;
    }
  | {
      readonly kind: "addClientIds";
      readonly id: BoardId;
      readonly owners: readonly ClientIdOwner[];
    }
  | {
      readonly kind: "addMessage";
      readonly id: BoardId;
      readonly message: NewMessage;
      /** Nobody, by default. */
      readonly recipients?: readonly Recipient[];
    }
  | {
      readonly kind: "editMessage";
      readonly id: BoardId;
      readonly revision: Revision & { readonly text: string };
    }
  | {
      readonly kind: "deleteMessage";
      readonly id: BoardId;
      readonly revision: Revision;
    }
  | {
      readonly kind: "changeAccess";
      readonly id: BoardId;
      readonly change: AccessChange;
    }
  | {
      readonly kind: "seeNotifications";
      readonly user: UserId;
      readonly id: BoardId;
      readonly seq: number;
      readonly at: number;
    };

/** What each kind of write answers once it is committed. */
export interface WriteResults {
  createRoom: RoomRecord;
  append: undefined;
  putSnapshot: undefined;
  addClientIds: undefined;
  addMessage: StoredMessage;
  editMessage: StoredMessage | undefined;
  deleteMessage: StoredMessage | undefined;
  changeAccess: undefined;
  seeNotifications: number;
}

export type WriteResult = WriteResults[Write["kind"]];

/** How one write of a batch ended; the others of its batch are not touched by its refusal. */
export type WriteOutcome =
  { readonly result: WriteResult } | { readonly refusal: string };

export interface CommitReport {
  /** In the order of the writes. */
  readonly outcomes: readonly WriteOutcome[];
  /** From the transaction's begin to the end of its commit. */
  readonly milliseconds: number;
}

/** What the main thread may ask of the worker that writes. */
export interface WriterCalls {
  /** All writes in one transaction. Throws, having kept none of them, when the transaction itself fails. */
  commit(writes: readonly Write[]): CommitReport;
  /** Throws when the disk takes no commit. */
  probe(): void;
  close(): void;
}

export interface LogExtent {
  readonly snapshotSeq: number;
  readonly lastSeq: number;
}

/** What the main thread may ask of the worker that reads. */
export interface ReaderCalls {
  find(id: BoardId): RoomRecord | undefined;
  /** How far a room's snapshot and log reach; 0 for what is not there. Cheap, however large the board. */
  extent(id: BoardId): LogExtent;
  load(id: BoardId): StoredBoard | undefined;
  clientIds(id: BoardId): ClientIdOwner[];
  /** The document up to `seq` as one update, or undefined when the stored snapshot reaches as far. */
  merge(id: BoardId, seq: number): Uint8Array | undefined;
  messages(
    id: BoardId,
    options: { before?: number; limit: number },
  ): MessagePage;
  search(
    id: BoardId,
    query: string,
    options: { before?: number; limit: number },
  ): MessagePage;
  notifications(user: UserId, limit: number): StoredNotification[];
  close(): void;
}
