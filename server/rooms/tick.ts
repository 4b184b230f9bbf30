import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";

export interface TickOptions {
  readonly clock: Clock;
  /** Milliseconds between two runs. Asked after each run. */
  readonly interval: () => number;
  readonly run: () => void;
}

/**
 * Paces a repeated piece of work: at once when nothing was done lately, else at the end of the running interval, together with
 * all that is asked for until then.
 */
export class Tick {
  readonly #options: TickOptions;
  #isRequested = false;
  #isRunning = false;
  #isDisposed = false;
  #cancel: Dispose | undefined;
  /** When the last run was, and when the running interval ends. */
  #ranAt = 0;
  #endsAt = 0;

  constructor(options: TickOptions) {
    this.#options = options;
  }

  /** @param interval For what cannot wait for the whole interval: how long after the last run it has to wait. */
  request(interval?: number): void {
    if (this.#isDisposed) return;
    this.#isRequested = true;
    if (!this.#cancel) return this.runNow();
    if (interval !== undefined) this.#endWithin(interval);
  }

  /** Runs now if a run has been asked for. */
  runNow(): void {
    // A run that asks for another one gets it at the end of the interval.
    if (!this.#isRequested || this.#isRunning) return;
    this.#isRequested = false;
    this.#isRunning = true;
    try {
      this.#options.run();
    } finally {
      this.#isRunning = false;
      this.#rest();
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#cancel?.();
  }

  #rest(): void {
    if (this.#isDisposed) return;
    const { clock, interval } = this.#options;
    this.#ranAt = clock.now();
    this.#endAt(this.#ranAt + interval());
  }

  /** Brings the end of the running interval forward. */
  #endWithin(interval: number): void {
    const end = this.#ranAt + interval;
    if (end <= this.#options.clock.now()) this.runNow();
    else if (end < this.#endsAt) this.#endAt(end);
  }

  #endAt(end: number): void {
    const { clock } = this.#options;
    this.#cancel?.();
    this.#endsAt = end;
    this.#cancel = clock.after(end - clock.now(), () => {
      this.#cancel = undefined;
      this.runNow();
    });
  }
}
