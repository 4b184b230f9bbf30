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

  constructor(options: TickOptions) {
    this.#options = options;
  }

  request(): void {
    if (this.#isDisposed) return;
    this.#isRequested = true;
    if (!this.#cancel) this.runNow();
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
    this.#cancel?.();
    this.#cancel = clock.after(interval(), () => {
      this.#cancel = undefined;
      this.runNow();
    });
  }
}
