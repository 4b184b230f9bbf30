import type { BoardId, UserId } from "@/core/base/ids";
import type {
  AccessChange,
  BoardStorage,
  ClientIdOwner,
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
  /** Whether boards cannot be read, while all else works. */
  isUnreadable = false;
  /** How many writes were let through. */
  writes = 0;
  #holds: "nothing" | "writes" | "reads" = "nothing";
  readonly #held: (() => void)[] = [];

  constructor(inner: BoardStorage) {
    this.#inner = inner;
  }

  /** From now on writes are not answered, though they may have been kept. */
  hold(): void {
    this.#holds = "writes";
  }

  /** From now on boards are read, and not handed over. */
  holdReads(): void {
    this.#holds = "reads";
  }

  /** What was held is answered. */
  release(): void {
    this.#holds = "nothing";
    for (const letGo of this.#held.splice(0)) letGo();
  }

  /** The first of what was held is answered. */
  releaseFirst(): void {
    this.#held.shift()?.();
  }

  async find(id: BoardId) {
    this.#check();
    return this.#inner.find(id);
  }

  async load(id: BoardId) {
    this.#check();
    if (this.isUnreadable) throw new Error("The disk cannot be read.");
    const board = await this.#inner.load(id);
    if (this.#holds === "reads") await this.#hold();
    return board;
  }

  createRoom(room: RoomRecord) {
    return this.#write(() => this.#inner.createRoom(room));
  }

  changeAccess(id: BoardId, change: AccessChange) {
    return this.#write(() => this.#inner.changeAccess(id, change));
  }

  append(id: BoardId, update: StoredUpdate) {
    return this.#write(() => this.#inner.append(id, update));
  }

  compact(id: BoardId, seq: number) {
    return this.#write(() => this.#inner.compact(id, seq));
  }

  async clientIds(id: BoardId) {
    this.#check();
    return this.#inner.clientIds(id);
  }

  addClientIds(id: BoardId, owners: readonly ClientIdOwner[]) {
    return this.#write(() => this.#inner.addClientIds(id, owners));
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

  probe() {
    return this.#write(() => this.#inner.probe());
  }

  close() {
    return this.#inner.close();
  }

  async #write<T>(act: () => Promise<T>): Promise<T> {
    this.#check();
    this.writes += 1;
    const result = await act();
    if (this.#holds === "writes") await this.#hold();
    return result;
  }

  #hold(): Promise<void> {
    return new Promise((letGo) => this.#held.push(letGo));
  }

  #check(): void {
    if (this.isFailing) throw new Error("The disk is full.");
  }
}
