import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { StoredUpdate } from "../storage/board-storage";

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/** Whether storing fails, and then why. */
export type Trouble =
  | { readonly isFailing: true; readonly cause: unknown }
  | { readonly isFailing: false };

export interface DocumentLogOptions {
  readonly clock: Clock;
  /** The number of the last update that is stored. */
  readonly lastSeq: number;
  /** Stores one update; rejects when it was not kept. Called in the order of their numbers. */
  readonly append: (update: StoredUpdate) => Promise<void>;
}

/**
 * Numbers a document's updates and has them stored, each one until it is: a failed append is tried again, with all after it, since
 * a log has no gaps.
 *
 * ```
 *           append fails
 * storing ----------------> failing -- delay, all again --+
 *    ^                         ^          some failed      |
 *    |                         +---------------------------+
 *    +----------------------- all kept --------------------+
 * ```
 */
export class DocumentLog {
  readonly #options: DocumentLogOptions;
  /** Those that are not known to be stored, by rising number. */
  readonly #unsaved: StoredUpdate[] = [];
  /** Those of them that are stored while one before them is not. */
  readonly #keptAhead = new Set<number>();
  #lastSeq: number;
  #savedSeq: number;
  #isFailing = false;
  #delay = FIRST_RETRY_MS;
  #cancelRetry: Dispose = () => {};
  readonly #saved = new Listeners<number>();
  readonly #trouble = new Listeners<Trouble>();

  constructor(options: DocumentLogOptions) {
    this.#options = options;
    this.#lastSeq = options.lastSeq;
    this.#savedSeq = options.lastSeq;
  }

  /** The number of the last update; 0 when there is none. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** All up to this one would survive a crash. */
  get savedSeq(): number {
    return this.#savedSeq;
  }

  get isSaved(): boolean {
    return this.#unsaved.length === 0;
  }

  /** Whether the last attempt to store something has failed. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** Calls `listener` with the new `savedSeq` whenever it has risen. */
  onSaved(listener: (savedSeq: number) => void): Dispose {
    return this.#saved.add(listener);
  }

  /** Calls `listener` when storing begins to fail, and when everything is stored again. */
  onTrouble(listener: (trouble: Trouble) => void): Dispose {
    return this.#trouble.add(listener);
  }

  /** Numbers an update and has it stored. */
  add(bytes: Uint8Array, user: UserId): number {
    const at = this.#options.clock.now();
    const update = { seq: ++this.#lastSeq, bytes, user, at };
    this.#unsaved.push(update);
    if (!this.#isFailing) void this.#store(update);
    return update.seq;
  }

  /** Resolves once everything that was added is stored. */
  whenSaved(): Promise<void> {
    if (this.isSaved) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.onSaved(() => {
        if (!this.isSaved) return;
        stop();
        resolve();
      });
    });
  }

  /** Gives up what could not be stored. */
  dispose(): void {
    this.#cancelRetry();
  }

  async #store(update: StoredUpdate): Promise<void> {
    try {
      await this.#options.append(update);
      this.#kept(update.seq);
    } catch (cause) {
      this.#fail(cause);
    }
  }

  #kept(seq: number): void {
    if (seq <= this.#savedSeq) return;
    this.#keptAhead.add(seq);
    const before = this.#savedSeq;
    while (this.#keptAhead.delete(this.#savedSeq + 1)) {
      this.#unsaved.shift();
      this.#savedSeq += 1;
    }
    if (this.#savedSeq > before) this.#saved.emit(this.#savedSeq);
  }

  #fail(cause: unknown): void {
    if (this.#isFailing) return;
    this.#isFailing = true;
    this.#trouble.emit({ isFailing: true, cause });
    this.#retryLater();
  }

  #retryLater(): void {
    this.#cancelRetry = this.#options.clock.after(this.#delay, () => {
      void this.#retry();
    });
    this.#delay = Math.min(this.#delay * 2, LAST_RETRY_MS);
  }

  async #retry(): Promise<void> {
    try {
      while (this.#unsaved[0]) await this.#storeAgain(this.#unsaved);
    } catch {
      return this.#retryLater();
    }
    this.#isFailing = false;
    this.#delay = FIRST_RETRY_MS;
    this.#trouble.emit({ isFailing: false });
  }

  /** Rejects when one of them was not kept, after all have been tried. */
  async #storeAgain(updates: readonly StoredUpdate[]): Promise<void> {
    const batch = [...updates];
    const outcomes = await Promise.allSettled(
      batch.map((update) => this.#options.append(update)),
    );
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === "rejected") throw outcome.reason;
      this.#kept(batch[i]!.seq);
    }
  }
}
