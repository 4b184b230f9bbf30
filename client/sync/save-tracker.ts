import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { createStore, type Store } from "@/core/base/store";
import { BARRIER_INTERVAL_MS } from "@/core/protocol/limits";
import type { SaveState } from "./save-state";
import type { WaitingLedger } from "./waiting-ledger";

/** How soon to ask again when the server could not save. */
const RETRY_MS = 1_000;

/** What is over once nothing waits any more, though nobody has said "saved" of it. */
const LEFT_BEHIND: ReadonlySet<SaveState["state"]> = new Set([
  "unsaved",
  "forbidden",
  "waiting",
]);

export interface SaveTrackerOptions {
  readonly clock: Clock;
  /** Sends `barrier(n)`: the server answers once all that was sent before it is on disk. */
  readonly sendBarrier: (n: number) => void;
  /** Where the number of waiting changes outlives the page. */
  readonly ledger: Pick<WaitingLedger, "note" | "settle">;
}

/**
 * Knows whether this person's changes are on the server's disk. Asks after changes, at most every 100 ms, and believes nothing but the
 * server's answer.
 */
export class SaveTracker {
  readonly #state = createStore<SaveState>({ state: "untouched" });
  readonly #options: SaveTrackerOptions;
  /** Changes made in this page, and how many of them the server has confirmed. */
  #made = 0;
  #saved = 0;
  /** Of the changes made, those that were made in pages before this one and are not confirmed; and what `#saved` must reach for that. */
  #inherited = { count: 0, coveredAt: 0 };
  /** For each barrier without an answer, how many changes were made before it. Numbers restart with each connection. */
  #asked = new Map<number, number>();
  #lastBarrier = 0;
  #lastBarrierAt = -Infinity;
  #isConnected = false;
  #isRefused = false;
  #isForbidden = false;
  #cancelAsk: Dispose | undefined;

  constructor(options: SaveTrackerOptions) {
    this.#options = options;
  }

  get state(): Store<SaveState> {
    return this.#state;
  }

  /** Whether changes of this page may not have reached the server. */
  get isWaiting(): boolean {
    return this.#saved < this.#made;
  }

  /** A change was made in this page. */
  noteChange(): void {
    this.#made += 1;
    this.#askSoon(BARRIER_INTERVAL_MS);
    this.#show();
  }

  /** Changes are in the document that were made in earlier pages and that no server has confirmed. */
  inherit(count: number): void {
    if (count === 0) return;
    this.#made += count;
    const inherited = this.#inherited.count + count;
    this.#inherited = { count: inherited, coveredAt: this.#made };
    this.#askSoon(BARRIER_INTERVAL_MS);
    this.#show();
  }

  /** The server has been sent all that it lacked: barriers mean something from now on. */
  connected(): void {
    this.#isConnected = true;
    if (this.#saved < this.#made) this.#askSoon(BARRIER_INTERVAL_MS);
    this.#show();
  }

  disconnected(): void {
    this.#isConnected = false;
    this.#isRefused = false;
    this.#isForbidden = false;
    this.#cancelAsk?.();
    this.#cancelAsk = undefined;
    this.#asked.clear();
    this.#lastBarrier = 0;
    this.#show();
  }

  /** Asks although nothing changed, so that a silent line gives a sign of life. */
  probe(): void {
    this.#ask();
  }

  receiveSaved(n: number): void {
    const covered = this.#asked.get(n);
    if (covered === undefined) return;
    // The server answers in order: an answer also settles the barriers before it.
    for (const asked of this.#asked.keys())
      if (asked <= n) this.#asked.delete(asked);
    this.#isRefused = false;
    this.#isForbidden = false;
    const isNews = covered > this.#saved;
    this.#saved = Math.max(this.#saved, covered);
    this.#settleInherited();
    if (isNews && this.#saved === this.#made) this.#showSaved();
    else this.#show();
  }

  /** @param isForbidden Whether it is of no use to ask again before this person may draw. */
  receiveUnsaved(n: number, isForbidden = false): void {
    if (!this.#asked.delete(n)) return;
    this.#isRefused = true;
    this.#isForbidden = isForbidden;
    if (!isForbidden) this.#askSoon(RETRY_MS);
    this.#show();
  }

  /** This person may draw again: the server asks for what it has refused. */
  allowed(): void {
    if (this.#isForbidden) this.#askSoon(RETRY_MS);
  }

  /** The server has told that its disk fails. It keeps what it was sent and answers once it can. */
  serverCannotSave(): void {
    this.#isRefused = true;
    this.#show();
  }

  serverSavesAgain(): void {
    this.#isRefused = false;
    this.#show();
  }

  dispose(): void {
    this.#cancelAsk?.();
  }

  /** Asks once the present turn is over, and not within `interval` of the last time. */
  #askSoon(interval: number): void {
    if (!this.#isConnected || this.#cancelAsk) return;
    const { clock } = this.#options;
    const delay = Math.max(0, this.#lastBarrierAt + interval - clock.now());
    this.#cancelAsk = clock.after(delay, () => {
      this.#cancelAsk = undefined;
      this.#ask();
    });
  }

  #ask(): void {
    if (!this.#isConnected) return;
    this.#lastBarrier += 1;
    this.#lastBarrierAt = this.#options.clock.now();
    this.#asked.set(this.#lastBarrier, this.#made);
    this.#options.sendBarrier(this.#lastBarrier);
  }

  #settleInherited(): void {
    const { count, coveredAt } = this.#inherited;
    if (count === 0 || this.#saved < coveredAt) return;
    this.#inherited = { count: 0, coveredAt: 0 };
    this.#options.ledger.settle();
  }

  #showSaved(): void {
    this.#options.ledger.note(0);
    this.#state.set({ state: "saved", at: this.#options.clock.now() });
  }

  #show(): void {
    const waiting = this.#made - this.#saved;
    this.#options.ledger.note(waiting - this.#inherited.count);
    const current = this.#state.get();
    if (waiting === 0) {
      if (LEFT_BEHIND.has(current.state)) this.#showSaved();
      return;
    }
    if (!this.#isConnected)
      this.#state.set({ state: "waiting", changes: waiting });
    else if (this.#isForbidden)
      this.#state.set({ state: "forbidden", changes: waiting });
    else if (this.#isRefused) this.#setIfOther("unsaved");
    else this.#setIfOther("saving");
  }

  #setIfOther(state: "unsaved" | "saving"): void {
    if (this.#state.get().state !== state) this.#state.set({ state });
  }
}
