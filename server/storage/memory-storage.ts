import type { BoardId, UserId } from "@/core/base/ids";
import type {
  AccessChange,
  BoardStorage,
  ClientIdOwner,
  MessagePage,
  NewMessage,
  NotificationReason,
  Recipient,
  Revision,
  RoomRecord,
  StoredBoard,
  StoredMessage,
  StoredNotification,
  StoredSnapshot,
  StoredUpdate,
} from "./board-storage";
import { foldCase } from "./fold-case";
import {
  closedError,
  isNextUpdate,
  isSnapshotDue,
  unknownRoomError,
} from "./log-rules";

interface MemoryRoom {
  record: RoomRecord;
  readonly access: Map<string, string>;
  /** The update with seq n is at index n - 1. */
  readonly updates: StoredUpdate[];
  snapshot: StoredSnapshot | undefined;
  readonly clientIds: Map<number, UserId>;
  /** The message with seq n is at index n - 1. */
  readonly messages: StoredMessage[];
}

interface MemoryNotification {
  readonly user: UserId;
  readonly room: BoardId;
  readonly seq: number;
  readonly reason: NotificationReason;
  isSeen: boolean;
}

/** Boards that live as long as the process: for tests, and for a server that is to keep nothing. */
export class MemoryBoardStorage implements BoardStorage {
  readonly #rooms = new Map<BoardId, MemoryRoom>();
  readonly #merge: (updates: readonly Uint8Array[]) => Uint8Array;
  /** By the time they were made. */
  readonly #notifications: MemoryNotification[] = [];
  #isClosed = false;

  /** @param merge Makes one update out of a snapshot, if any, and the updates after it. */
  constructor(merge: (updates: readonly Uint8Array[]) => Uint8Array) {
    this.#merge = merge;
  }

  async find(id: BoardId): Promise<RoomRecord | undefined> {
    this.#assertOpen();
    return this.#rooms.get(id)?.record;
  }

  async load(id: BoardId): Promise<StoredBoard | undefined> {
    this.#assertOpen();
    const room = this.#rooms.get(id);
    return (
      room && {
        room: room.record,
        access: [...room.access].map(([key, value]) => ({ key, value })),
        snapshot: room.snapshot,
        updates: room.updates.slice(room.snapshot?.seq ?? 0),
        lastSeq: room.updates.length,
      }
    );
  }

  async createRoom(record: RoomRecord): Promise<RoomRecord> {
    this.#assertOpen();
    const existing = this.#rooms.get(record.id);
    if (existing) return existing.record;
    const room = {
      record: { ...record },
      access: new Map<string, string>(),
      updates: [],
      snapshot: undefined,
      clientIds: new Map(),
      messages: [],
    };
    this.#rooms.set(record.id, room);
    return room.record;
  }

  async changeAccess(
    id: BoardId,
    { entries, owner }: AccessChange,
  ): Promise<void> {
    const room = this.#storedRoom(id);
    for (const { key, value } of entries)
      if (value === undefined) room.access.delete(key);
      else room.access.set(key, value);
    if (owner) room.record = { ...room.record, owner };
  }

  async append(id: BoardId, update: StoredUpdate): Promise<void> {
    const { updates } = this.#storedRoom(id);
    if (!isNextUpdate(id, update.seq, updates.length)) return;
    updates.push({ ...update, bytes: new Uint8Array(update.bytes) });
  }

  async compact(id: BoardId, seq: number): Promise<void> {
    const room = this.#storedRoom(id);
    const snapshotSeq = room.snapshot?.seq ?? 0;
    const lastSeq = room.updates.length;
    if (!isSnapshotDue(id, seq, { snapshotSeq, lastSeq })) return;
    const parts = room.updates
      .slice(snapshotSeq, seq)
      .map(({ bytes }) => bytes);
    if (room.snapshot) parts.unshift(room.snapshot.bytes);
    room.snapshot = { seq, bytes: this.#merge(parts) };
  }

  async clientIds(id: BoardId): Promise<readonly ClientIdOwner[]> {
    this.#assertOpen();
    const owners = this.#rooms.get(id)?.clientIds ?? [];
    return [...owners].map(([client, user]) => ({ client, user }));
  }

  async addClientIds(
    id: BoardId,
    owners: readonly ClientIdOwner[],
  ): Promise<void> {
    const { clientIds } = this.#storedRoom(id);
    for (const { client, user } of owners)
      if (!clientIds.has(client)) clientIds.set(client, user);
  }

  async addMessage(
    id: BoardId,
    message: NewMessage,
    recipients: readonly Recipient[] = [],
  ): Promise<StoredMessage> {
    const { messages } = this.#storedRoom(id);
    const earlier = messages.find(
      ({ author, nonce }) =>
        author === message.author && nonce === message.nonce,
    );
    if (earlier) return earlier;
    const stored = { ...message, seq: messages.length + 1 };
    messages.push(stored);
    for (const recipient of recipients)
      this.#notifications.push({
        ...recipient,
        room: id,
        seq: stored.seq,
        isSeen: false,
      });
    return stored;
  }

  async editMessage(
    id: BoardId,
    { seq, author, at, text }: Revision & { readonly text: string },
  ): Promise<StoredMessage | undefined> {
    return this.#revise(id, seq, author, (message) =>
      message.deletedAt === undefined
        ? { ...message, text, editedAt: at }
        : undefined,
    );
  }

  async deleteMessage(
    id: BoardId,
    { seq, author, at }: Revision,
  ): Promise<StoredMessage | undefined> {
    return this.#revise(id, seq, author, (message) => {
      if (message.deletedAt !== undefined) return message;
      return {
        ...message,
        text: "",
        deletedAt: at,
        mentions: undefined,
        shapes: undefined,
      };
    });
  }

  async search(
    id: BoardId,
    query: string,
    { before = Infinity, limit }: { before?: number; limit: number },
  ): Promise<MessagePage> {
    this.#assertOpen();
    const wanted = foldCase(query);
    const found = (this.#rooms.get(id)?.messages ?? []).filter(
      ({ seq, text, deletedAt }) =>
        seq < before &&
        deletedAt === undefined &&
        foldCase(text).includes(wanted),
    );
    const messages = found.reverse().slice(0, limit);
    return { messages, hasMore: found.length > limit };
  }

  async notifications(
    user: UserId,
    limit: number,
  ): Promise<readonly StoredNotification[]> {
    this.#assertOpen();
    return this.#notifications
      .filter((one) => one.user === user && !one.isSeen)
      .reverse()
      .flatMap(({ room, seq, reason }) => {
        const message = this.#rooms.get(room)?.messages[seq - 1];
        if (!message || message.deletedAt !== undefined) return [];
        const { name, text, at } = message;
        return [{ room, seq, name, text, at, reason }];
      })
      .slice(0, limit);
  }

  async seeNotifications(
    user: UserId,
    id: BoardId,
    { seq }: { readonly seq: number; readonly at: number },
  ): Promise<number> {
    this.#assertOpen();
    const seen = this.#notifications.filter(
      (one) =>
        one.user === user && one.room === id && one.seq <= seq && !one.isSeen,
    );
    for (const one of seen) one.isSeen = true;
    return seen.length;
  }

  async messages(
    id: BoardId,
    { before = Infinity, limit }: { before?: number; limit: number },
  ): Promise<MessagePage> {
    this.#assertOpen();
    const all = this.#rooms.get(id)?.messages ?? [];
    const end = Math.min(Math.max(before - 1, 0), all.length);
    const start = Math.max(0, end - limit);
    return { messages: all.slice(start, end), hasMore: start > 0 };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #revise(
    id: BoardId,
    seq: number,
    author: UserId,
    change: (message: StoredMessage) => StoredMessage | undefined,
  ): StoredMessage | undefined {
    this.#assertOpen();
    const messages = this.#rooms.get(id)?.messages;
    const message = messages?.[seq - 1];
    if (!messages || message?.author !== author) return undefined;
    const revised = change(message);
    if (revised) messages[seq - 1] = revised;
    return revised;
  }

  #storedRoom(id: BoardId): MemoryRoom {
    this.#assertOpen();
    const room = this.#rooms.get(id);
    if (!room) throw unknownRoomError(id);
    return room;
  }

  async probe(): Promise<void> {
    this.#assertOpen();
  }

  #assertOpen(): void {
    if (this.#isClosed) throw closedError();
  }
}
