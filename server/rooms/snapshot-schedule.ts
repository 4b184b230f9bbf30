import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";

/** A log this long is folded into a snapshot, */
const UPDATES_PER_SNAPSHOT = 500;
/** and so is a shorter one, after this long without a change. */
const IDLE_MS = 60_000;

export interface SnapshotScheduleOptions {
  readonly clock: Clock;
  /** The last update that the stored snapshot contains; 0 without one. */
  readonly snapshotSeq: number;
  /** Makes a snapshot up to `seq`; resolves with whether that was done. Must not reject. */
  readonly compact: (seq: number) => Promise<boolean>;
}

/** Decides when a room's log is folded into a snapshot, so that the next one who opens it need not wait for a long log. */
export class SnapshotSchedule {
  readonly #options: SnapshotScheduleOptions;
  #snapshotSeq: number;
  /** How far the last attempt at a snapshot went: one that fails is not made again at every change. */
  #triedSeq: number;
  #savedSeq: number;
  #running: Promise<void> | undefined;
  #cancelIdle: Dispose = () => {};

  constructor(options: SnapshotScheduleOptions) {
    this.#options = options;
    this.#snapshotSeq = options.snapshotSeq;
    this.#triedSeq = options.snapshotSeq;
    this.#savedSeq = options.snapshotSeq;
  }

  /** The log is stored up to `savedSeq`. */
  saved(savedSeq: number): void {
    this.#savedSeq = savedSeq;
    if (savedSeq - this.#triedSeq >= UPDATES_PER_SNAPSHOT) this.#compact();
    this.#cancelIdle();
    this.#cancelIdle = this.#options.clock.after(IDLE_MS, () =>
      this.#compact(),
    );
  }

  /** Folds now what is not folded yet; resolves when that is done. */
  async finish(): Promise<void> {
    this.#cancelIdle();
    await this.#running;
    this.#compact();
    await this.#running;
  }

  dispose(): void {
    this.#cancelIdle();
  }

  #compact(): void {
    if (this.#running || this.#savedSeq <= this.#snapshotSeq) return;
    this.#running = this.#fold(this.#savedSeq);
  }

  async #fold(seq: number): Promise<void> {
    this.#triedSeq = seq;
    if (await this.#options.compact(seq)) this.#snapshotSeq = seq;
    this.#running = undefined;
  }
}
