import type { BoardId, UserId } from "@/core/base/ids";
import type {
  BoardStorage,
  NewMessage,
  Recipient,
  Revision,
  RoomRecord,
  StoredUpdate,
} from "@/server/storage/board-storage";

/** A storage whose disk fails when the test says so, and whose writes take as long as the test wants. */
export class FailingStorage implements BoardStorage {
  readonly #inner: BoardStorage;
  isFailing = false;
  /** While it is held, no write ends. */
  #held: Promise<void> | undefined;
  #letGo = () => {};

  constructor(inner: BoardStorage) {
    this.#inner = inner;
  }

  /** From now on writes are not answered, though they may have been kept. */
  hold(): void {
    this.#held = new Promise((resolve) => (this.#letGo = resolve));
  }

  /** The writes that were held are answered. */
  release(): void {
    this.#held = undefined;
    this.#letGo();
  }

  async find(id: BoardId) {
    this.#check();
    return this.#inner.find(id);
  }

  async load(id: BoardId) {
    this.#check();
    return this.#inner.load(id);
  }

  createRoom(room: RoomRecord) {
    return this.#write(() => this.#inner.createRoom(room));
  }

  append(id: BoardId, update: StoredUpdate) {
    return this.#write(() => this.#inner.append(id, update));
  }

  compact(id: BoardId, seq: number) {
    return this.#write(() => this.#inner.compact(id, seq));
  }

  addMessage(
    id: BoardId,
    message: NewMessage,
    recipients: readonly Recipient[] = [],
  ) {
    return this.#write(() => this.#inner.addMessage(id, message, recipients));
  }

  editMessage(id: BoardId, revision: Revision & { readonly text: string }) {
    return this.#write(() => this.#inner.editMessage(id, revision));
  }

  deleteMessage(id: BoardId, revision: Revision) {
    return this.#write(() => this.#inner.deleteMessage(id, revision));
  }

  seeNotifications(
    user: UserId,
    id: BoardId,
    seen: { readonly seq: number; readonly at: number },
  ) {
    return this.#write(() => this.#inner.seeNotifications(user, id, seen));
  }

  async notifications(user: UserId, limit: number) {
    this.#check();
    return this.#inner.notifications(user, limit);
  }

  async search(
    id: BoardId,
    query: string,
    options: { before?: number; limit: number },
  ) {
    this.#check();
    return this.#inner.search(id, query, options);
  }

  async messages(id: BoardId, options: { before?: number; limit: number }) {
    this.#check();
    return this.#inner.messages(id, options);
  }

  close() {
    return this.#inner.close();
  }

  async #write<T>(act: () => Promise<T>): Promise<T> {
    this.#check();
    const result = await act();
    await this.#held;
    return result;
  }

  #check(): void {
    if (this.isFailing) throw new Error("The disk is full.");
  }
}
