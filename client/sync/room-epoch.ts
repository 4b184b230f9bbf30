import type { BoardId } from "@/core/base/ids";
import { isBoolean, isMatch, isObject } from "@/core/base/guards";
import { randomId, type Random } from "@/core/base/random";
import { createStore, type Store } from "@/core/base/store";
import { tolerating, type ListedStorage } from "@/core/base/key-value-storage";

interface KnownEpoch {
  readonly id: string;
  /** Whether the room was stored under it. Until then the server may come to call the room otherwise. */
  readonly isCertain: boolean;
}

const isKnownEpoch = isObject<KnownEpoch>({
  id: isMatch(/^[\w-]{1,64}$/),
  isCertain: isBoolean,
});

export interface RoomEpochOptions {
  readonly room: BoardId;
  /** The path that the site lives under; empty at the root. */
  readonly basePath: string;
  /** Where the epoch outlives the page; undefined where the browser keeps nothing. */
  readonly storage: ListedStorage | undefined;
  readonly random: Random;
}

/**
 * Which life of the room this browser holds a copy of: a room that was purged and made again, or brought back from a backup, has
 * another epoch, and its copies must not be merged. A room that no server has told of yet gets an epoch of our own, which the server
 * takes over unless it knows the room already.
 */
export class RoomEpoch {
  readonly #options: RoomEpochOptions;
  readonly #key: string;
  readonly #current = createStore<string | undefined>(undefined);
  #isCertain = false;
  /** The server knows the room by another name than the one we made up. */
  #isDisowned = false;

  constructor(options: RoomEpochOptions) {
    this.#options = options;
    this.#key = `boardwalk.epoch${options.basePath}/${options.room}`;
    this.#adopt(this.#read());
  }

  /** Undefined until something is known or made up. */
  get current(): Store<string | undefined> {
    return this.#current;
  }

  /** What the server is to be told that this page holds. */
  get brought(): string | undefined {
    return this.#isDisowned ? undefined : this.#current.get();
  }

  /** Makes an epoch up for a room that has none, so that what is drawn can be kept under it. */
  invent(): void {
    if (this.#current.get() !== undefined) return;
    // Another tab may have been first.
    const known = this.#read();
    const id = known?.id ?? randomId(this.#options.random);
    this.#take({ id, isCertain: known?.isCertain ?? false });
  }

  /** @param seq The number of the last update of the room that is on the server's disk; 0 before there is any. */
  welcomed(id: string, seq: number): void {
    this.#isDisowned = false;
    const isSame = id === this.#current.get();
    this.#take({ id, isCertain: seq > 0 || (isSame && this.#isCertain) });
  }

  /** Tells that the room is stored, if `seq` says so. */
  noteStored(seq: number): void {
    const id = this.#current.get();
    if (seq > 0 && id !== undefined) this.#take({ id, isCertain: true });
  }

  /**
   * The server knows the room by another epoch. Says whether that does not matter, as nothing here comes from another life of the
   * room: what was drawn joins the room, whatever it is called.
   */
  disown(): boolean {
    if (this.#isCertain || this.#isDisowned) return false;
    this.#isDisowned = true;
    return true;
  }

  /** Forgets the room's epoch: the next page to open the room begins without a copy. */
  forget(): void {
    tolerating(() => this.#options.storage?.removeItem(this.#key));
  }

  #take(known: KnownEpoch): void {
    const isNews =
      known.id !== this.#current.get() || known.isCertain !== this.#isCertain;
    if (!isNews) return;
    tolerating(() =>
      this.#options.storage?.setItem(this.#key, JSON.stringify(known)),
    );
    this.#adopt(known);
  }

  #adopt(known: KnownEpoch | undefined): void {
    if (!known) return;
    this.#isCertain = known.isCertain;
    this.#current.set(known.id);
  }

  #read(): KnownEpoch | undefined {
    const known = tolerating(
      () =>
        JSON.parse(this.#options.storage?.getItem(this.#key) ?? "") as unknown,
    );
    return isKnownEpoch(known) ? known : undefined;
  }
}
