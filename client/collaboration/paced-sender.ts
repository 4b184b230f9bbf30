import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";

export interface PacedSenderOptions<T> {
  readonly clock: Clock;
  /** Milliseconds between two sendings. */
  readonly interval: number;
  readonly send: (value: T) => void;
}

/** Sends the newest of what it is given, at once if it may and else as soon as the interval is over. */
export class PacedSender<T> {
  readonly #options: PacedSenderOptions<T>;
  #waiting: { readonly value: T } | undefined;
  #lastSentAt = -Infinity;
  #cancel: Dispose | undefined;

  constructor(options: PacedSenderOptions<T>) {
    this.#options = options;
  }

  push(value: T): void {
    this.#waiting = { value };
    if (this.#cancel) return;
    const { clock, interval } = this.#options;
    const delay = this.#lastSentAt + interval - clock.now();
    if (delay <= 0) return this.#send();
    this.#cancel = clock.after(delay, () => {
      this.#cancel = undefined;
      this.#send();
    });
  }

  /** What waits is not sent any more. */
  dispose(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#waiting = undefined;
  }

  #send(): void {
    const { clock, send } = this.#options;
    if (!this.#waiting) return;
    const { value } = this.#waiting;
    this.#waiting = undefined;
    this.#lastSentAt = clock.now();
    send(value);
  }
}
