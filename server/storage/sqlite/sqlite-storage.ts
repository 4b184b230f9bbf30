import type { BoardId, UserId } from "@/core/base/ids";
import type {
  AccessChange,
  BoardStorage,
  ClientIdOwner,
  MessagePage,
  NewMessage,
  Recipient,
  Revision,
  RoomRecord,
  StoredBoard,
  StoredMessage,
  StoredNotification,
  StoredUpdate,
} from "../board-storage";
import { closedError } from "../log-rules";
import type { GroupCommit } from "./group-commit";
import type { ReaderCalls, WriterCalls } from "./worker-messages";
import type { WorkerHandle } from "../../workers/worker-handle";

/**
 * A log that is longer than this is folded before it is loaded. None is, unless snapshots have failed: rooms make one every few
 * hundred updates.
 */
const MAX_LOADED_UPDATES = 2_000;

interface SqliteStorageParts {
  readonly writer: WorkerHandle<WriterCalls>;
  readonly reader: WorkerHandle<ReaderCalls>;
  readonly commits: GroupCommit;
}

/** Boards in one SQLite file, which two workers hold: the caller's thread never waits for the disk. */
export class SqliteBoardStorage implements BoardStorage {
  readonly #writer: WorkerHandle<WriterCalls>;
  readonly #reader: WorkerHandle<ReaderCalls>;
  readonly #commits: GroupCommit;
  /** Settles, never rejecting, with each operation that has not ended. */
  readonly #underWay = new Set<Promise<void>>();
  #closing: Promise<void> | undefined;
  /** Settles, never rejecting, when the last search has ended. */
  #searched: Promise<unknown> = Promise.resolve();

  constructor({ writer, reader, commits }: SqliteStorageParts) {
    this.#writer = writer;
    this.#reader = reader;
    this.#commits = commits;
  }

  find(id: BoardId): Promise<RoomRecord | undefined> {
    return this.#track(() => this.#reader.call("find", id));
  }

  load(id: BoardId): Promise<StoredBoard | undefined> {
    return this.#track(async () => {
      await this.#foldLongLog(id);
      return this.#reader.call("load", id);
    });
  }

  createRoom(room: RoomRecord): Promise<RoomRecord> {
    return this.#track(() => this.#commits.add({ kind: "createRoom", room }));
  }

  append(id: BoardId, update: StoredUpdate): Promise<void> {
    // Copied now: the write may wait for its batch, and the caller may reuse the buffer. A view on a pooled
    // buffer would, besides, take the whole pool to the worker.
    const owned = { ...update, bytes: new Uint8Array(update.bytes) };
    return this.#track(() =>
      this.#commits.add({ kind: "append", id, update: owned }),
    );
  }

  changeAccess(id: BoardId, change: AccessChange): Promise<void> {
    return this.#track(() =>
      this.#commits.add({ kind: "changeAccess", id, change }),
    );
  }

  compact(id: BoardId, seq: number): Promise<void> {
    return this.#track(() => this.#fold(id, seq));
  }

  clientIds(id: BoardId): Promise<readonly ClientIdOwner[]> {
    return this.#track(() => this.#reader.call("clientIds", id));
  }

  addClientIds(id: BoardId, owners: readonly ClientIdOwner[]): Promise<void> {
    return this.#track(() =>
      this.#commits.add({ kind: "addClientIds", id, owners }),
    );
  }

  addMessage(
    id: BoardId,
    message: NewMessage,
    recipients: readonly Recipient[] = [],
  ): Promise<StoredMessage> {
    const write = {
      kind: "addMessage" as const,
      id,
      message: { ...message },
      recipients,
    };
    return this.#track(() => this.#commits.add(write));
  }

  editMessage(
    id: BoardId,
    revision: Revision & { readonly text: string },
  ): Promise<StoredMessage | undefined> {
    return this.#track(() =>
      this.#commits.add({ kind: "editMessage", id, revision }),
    );
  }

  deleteMessage(
    id: BoardId,
    revision: Revision,
  ): Promise<StoredMessage | undefined> {
    return this.#track(() =>
      this.#commits.add({ kind: "deleteMessage", id, revision }),
    );
  }

  seeNotifications(
    user: UserId,
    id: BoardId,
    seen: { readonly seq: number; readonly at: number },
  ): Promise<number> {
    return this.#track(() =>
      this.#commits.add({ kind: "seeNotifications", user, id, ...seen }),
    );
  }

  notifications(
    user: UserId,
    limit: number,
  ): Promise<readonly StoredNotification[]> {
    return this.#track(() => this.#reader.call("notifications", user, limit));
  }

  search(
    id: BoardId,
    query: string,
    options: { before?: number; limit: number },
  ): Promise<MessagePage> {
    // One at a time: each takes long in a large chat, and a board that is opened waits its turn among them.
    return this.#track(() => {
      const found = this.#searched.then(() =>
        this.#reader.call("search", id, query, options),
      );
      this.#searched = found.catch(() => {});
      return found;
    });
  }

  messages(
    id: BoardId,
    options: { before?: number; limit: number },
  ): Promise<MessagePage> {
    return this.#track(() => this.#reader.call("messages", id, options));
  }

  probe(): Promise<void> {
    // Not among the others' writes: they would fail with it.
    return this.#track(() => this.#writer.call("probe"));
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    await Promise.all(this.#underWay);
    // The writer last: whoever closes the last connection folds the write-ahead log into the database.
    await this.#reader.stop();
    await this.#writer.stop();
  }

  /** Sees to it that whoever loads a board is not given a log that would keep their thread busy for seconds. */
  async #foldLongLog(id: BoardId): Promise<void> {
    const { snapshotSeq, lastSeq } = await this.#reader.call("extent", id);
    if (lastSeq - snapshotSeq <= MAX_LOADED_UPDATES) return;
    try {
      await this.#fold(id, lastSeq);
    } catch {
      // A disk that takes nothing can still be read: slowly, then.
    }
  }

  async #fold(id: BoardId, seq: number): Promise<void> {
    const bytes = await this.#reader.call("merge", id, seq);
    if (!bytes) return;
    const snapshot = { seq, bytes };
    await this.#commits.add({ kind: "putSnapshot", id, snapshot });
  }

  /** Starts an operation that `close` will wait for; refuses it once closing has begun. */
  #track<Result>(start: () => Promise<Result>): Promise<Result> {
    if (this.#closing) return Promise.reject(closedError());
    const result = start();
    const ended = result.then(ignore, ignore).then(() => {
      this.#underWay.delete(ended);
    });
    this.#underWay.add(ended);
    return result;
  }
}

function ignore(): void {}
