import type { Clock } from "@/core/base/clock";

/** A clock that knows how many of its timers are waiting. */
export class CountingClock implements Clock {
  readonly #clock: Clock;
  readonly #waiting = new Set<object>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get timers(): number {
    return this.#waiting.size;
  }

  now(): number {
    return this.#clock.now();
  }

  after(delay: number, callback: () => void) {
    const timer = {};
    this.#waiting.add(timer);
    const cancel = this.#clock.after(delay, () => {
      this.#waiting.delete(timer);
      callback();
    });
    return () => {
      this.#waiting.delete(timer);
      cancel();
    };
  }

  every(interval: number, callback: () => void) {
    const timer = {};
    this.#waiting.add(timer);
    const cancel = this.#clock.every(interval, callback);
    return () => {
      this.#waiting.delete(timer);
      cancel();
    };
  }
}
