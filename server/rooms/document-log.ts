import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import type { StoredUpdate } from "../storage/board-storage";

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
/** A disk that has not answered for this long counts as one that fails. */
const STALL_MS = 3_000;
/** No more is tried at once again: handing a long log to a disk that is still full, time after time, would keep the event loop busy. */
const RETRY_BATCH = 500;

/** Whether storing fails, and then why. */
export type Trouble =
  | { readonly isFailing: true; readonly cause: unknown }
  | { readonly isFailing: false };

/** What is drawn and would not survive a crash. */
export interface Unsaved {
  readonly updates: number;
  /** When the oldest of them was drawn, in milliseconds since 1970; undefined when there is none. */
  readonly since: number | undefined;
}

export interface DocumentLogOptions {
  readonly clock: Clock;
  /** The number of the last update that is stored. */
  readonly lastSeq: number;
  /** Stores one update; rejects when it was not kept. Called in the order of their numbers. */
  readonly append: (update: StoredUpdate) => Promise<void>;
}

/**
 * Numbers a document's updates and has them stored, each one until it is: a failed append is tried again, with all after it, since
 * a log has no gaps. An append that is not answered for 3 s has failed as well, as far as anybody can tell.
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
  /** Ends the watch for a disk that does not answer; undefined while nothing is watched for. */
  #cancelWatch: Dispose | undefined;
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

  get unsaved(): Unsaved {
    return { updates: this.#unsaved.length, since: this.#unsaved[0]?.at };
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
    if (!this.#isFailing) {
      void this.#store(update);
      this.#watch();
    }
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
    this.#cancelWatch?.();
  }

  async #store(update: StoredUpdate): Promise<void> {
    try {
      await this.#options.append(update);
      this.#kept([update.seq]);
    } catch (cause) {
      // A second attempt may have succeeded by now.
      if (update.seq > this.#savedSeq) this.#fail(cause);
    }
  }

  #kept(seqs: readonly number[]): void {
    for (const seq of seqs) if (seq > this.#savedSeq) this.#keptAhead.add(seq);
    const before = this.#savedSeq;
    while (this.#keptAhead.delete(this.#savedSeq + 1)) this.#savedSeq += 1;
    if (this.#savedSeq === before) return;
    this.#unsaved.splice(0, this.#savedSeq - before);
    this.#saved.emit(this.#savedSeq);
  }

  /** Sees to it that the oldest change does not wait unnoticed. */
  #watch(): void {
    const since = this.#unsaved[0]?.at;
    if (since === undefined || this.#cancelWatch) return;
    const { clock } = this.#options;
    const rest = Math.max(since + STALL_MS - clock.now(), 0);
    this.#cancelWatch = clock.after(rest, () => {
      this.#cancelWatch = undefined;
      const { since } = this.unsaved;
      if (since === undefined || this.#isFailing) return;
      if (clock.now() - since < STALL_MS) this.#watch();
      else this.#fail(new Error("The storage does not answer."));
    });
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
      while (this.#unsaved[0])
        await this.#storeAgain(this.#unsaved.slice(0, RETRY_BATCH));
    } catch {
      return this.#retryLater();
    }
    this.#isFailing = false;
    this.#delay = FIRST_RETRY_MS;
    this.#trouble.emit({ isFailing: false });
  }

  /** Rejects when one of them was not kept, after all have been tried. */
  async #storeAgain(batch: readonly StoredUpdate[]): Promise<void> {
    const outcomes = await Promise.allSettled(
      batch.map((update) => this.#options.append(update)),
    );
    const failed = outcomes.findIndex(({ status }) => status === "rejected");
    const kept = failed < 0 ? batch : batch.slice(0, failed);
    this.#kept(kept.map(({ seq }) => seq));
    const outcome = outcomes[failed];
    if (outcome?.status === "rejected") throw outcome.reason;
  }
}
