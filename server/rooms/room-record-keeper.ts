import { assert } from "@/core/base/assert";
import type { Clock } from "@/core/base/clock";
import type { BoardId, UserId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";
import { SCHEMA_VERSION } from "@/core/board/schema";
import type { BoardStorage, RoomRecord } from "../storage/board-storage";

export interface RoomRecordKeeperOptions {
  readonly id: BoardId;
  /** The record as it is stored, if it is. */
  readonly stored: RoomRecord | undefined;
  readonly storage: BoardStorage;
  readonly clock: Clock;
  readonly random: Random;
  /** Called once the room is stored, and so has an owner. */
  readonly onStored: () => void;
}

/** Knows a room's epoch and owner, and stores the room when somebody first writes in it: a visit alone leaves nothing behind. */
export class RoomRecordKeeper {
  readonly #options: RoomRecordKeeperOptions;
  #record: RoomRecord | undefined;
  #epoch: string | undefined;
  #storing: Promise<void> | undefined;

  constructor(options: RoomRecordKeeperOptions) {
    this.#options = options;
    this.#record = options.stored;
    this.#epoch = options.stored?.epoch;
  }

  get id(): BoardId {
    return this.#options.id;
  }

  get isStored(): boolean {
    return this.#record !== undefined;
  }

  /** The room's epoch. Made now, if nobody has brought one. */
  get epoch(): string {
    return (this.#epoch ??= randomId(this.#options.random));
  }

  /**
   * Whether a copy of this epoch is a copy of this room. A room that is not stored yet takes the epoch of the first who brings
   * one: it may have been drawn in offline.
   */
  accepts(epoch: string | undefined): boolean {
    if (epoch === undefined) return true;
    this.#epoch ??= epoch;
    return this.#epoch === epoch;
  }

  /** Whose the room is; undefined until it is stored. */
  get owner(): UserId | undefined {
    return this.#record?.owner;
  }

  /** Takes note that the room is somebody else's now. */
  setOwner(owner: UserId): void {
    assert(this.#record, "Only a room that has an owner can get another one.");
    this.#record = { ...this.#record, owner };
  }

  /** Resolves once the room is stored, with `user` as its owner if it was not before. Rejects when that failed; it can be asked again. */
  ensureStored(user: UserId): Promise<void> {
    return (this.#storing ??= this.#store(user));
  }

  async #store(user: UserId): Promise<void> {
    if (this.#record) return;
    const { storage, id, clock, onStored } = this.#options;
    try {
      this.#record = await storage.createRoom({
        id,
        epoch: this.epoch,
        owner: user,
        schema: SCHEMA_VERSION,
        createdAt: clock.now(),
      });
      onStored();
    } catch (error) {
      this.#storing = undefined;
      throw error;
    }
  }
}
