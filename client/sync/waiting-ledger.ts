import type { BoardId } from "@/core/base/ids";
import { tolerating, type ListedStorage } from "@/core/base/key-value-storage";

export interface WaitingLedgerOptions {
  readonly room: BoardId;
  /** The path that the site lives under; empty at the root. */
  readonly basePath: string;
  readonly storage: ListedStorage | undefined;
  /** Stands for this page alone. */
  readonly tab: string;
}

/**
 * How many changes in this browser's copy of a room have not reached the server's disk, kept beside the copy. Each tab has an entry
 * of its own, so that none overwrites another's. A tab that has loaded the copy and brought it to the server has brought the work of
 * all who had written into it, the living and the gone.
 */
export class WaitingLedger {
  readonly #storage: ListedStorage | undefined;
  readonly #prefix: string;
  readonly #ownKey: string;
  /** What other tabs had noted before the copy was loaded, by key. */
  #inherited: ReadonlyMap<string, number> = new Map();
  /** Without a copy a count would outlive what it counts. */
  #isKept = false;
  #own = 0;

  constructor({ room, basePath, storage, tab }: WaitingLedgerOptions) {
    this.#storage = storage;
    this.#prefix = `boardwalk.waiting${basePath}/${room}/`;
    this.#ownKey = this.#prefix + tab;
  }

  /** Call before the copy is read: what is noted later may not be in it. Returns the sum of what other tabs have noted. */
  inherit(): number {
    this.#inherited = new Map(
      this.#keys()
        .filter((key) => key !== this.#ownKey)
        .map((key) => [key, this.#read(key)]),
    );
    let sum = 0;
    for (const count of this.#inherited.values()) sum += count;
    return sum;
  }

  /** What was inherited is on the server's disk. */
  settle(): void {
    // A tab that is still open may have gone on since.
    for (const [key, count] of this.#inherited)
      this.#write(key, Math.max(0, this.#read(key) - count));
    this.#inherited = new Map();
  }

  /** Notes how many of this tab's own changes wait. */
  note(own: number): void {
    if (own === this.#own) return;
    this.#own = own;
    if (this.#isKept) this.#write(this.#ownKey, own);
  }

  /** Tells whether what is drawn goes into a copy. */
  setKept(isKept: boolean): void {
    if (isKept === this.#isKept) return;
    this.#isKept = isKept;
    if (isKept) this.#write(this.#ownKey, this.#own);
  }

  /** Forgets what waits in the room, of all tabs. */
  forget(): void {
    for (const key of this.#keys()) this.#write(key, 0);
    this.#isKept = false;
  }

  #keys(): string[] {
    return (tolerating(() => {
      const storage = this.#storage;
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) =>
        storage?.key(index),
      );
      return keys.filter((key) => key?.startsWith(this.#prefix));
    }) ?? []) as string[];
  }

  #read(key: string): number {
    const count = Number(tolerating(() => this.#storage?.getItem(key)));
    return Number.isSafeInteger(count) && count > 0 ? count : 0;
  }

  #write(key: string, count: number): void {
    tolerating(() => {
      if (count > 0) this.#storage?.setItem(key, String(count));
      else this.#storage?.removeItem(key);
    });
  }
}
