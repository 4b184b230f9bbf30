import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";

interface Timer {
  readonly dueAt: number;
  readonly interval: number | undefined;
  readonly callback: () => void;
}

/** A clock whose time passes only when a test says so. */
export class FakeClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  /** @param now Milliseconds since 1970. */
  constructor(now = 1_700_000_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delay: number, callback: () => void): Dispose {
    return this.#add({
      dueAt: this.#now + delay,
      interval: undefined,
      callback,
    });
  }

  every(interval: number, callback: () => void): Dispose {
    return this.#add({ dueAt: this.#now + interval, interval, callback });
  }

  /** How many timers are set: none must be left behind by what has been disposed of. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Lets `milliseconds` pass and runs what falls due meanwhile, in order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#nextDue(end);
      if (!next) break;
      this.#now = Math.max(this.#now, next.dueAt);
      this.#timers.delete(next);
      next.callback();
    }
    this.#now = end;
  }

  #nextDue(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers)
      if (timer.dueAt <= end && (!next || timer.dueAt < next.dueAt))
        next = timer;
    return next;
  }

  #add(timer: Timer): Dispose {
    let current = timer;
    let isCancelled = false;
    const arm = (armed: Timer) => {
      current = armed;
      this.#timers.add(armed);
    };
    arm({
      ...timer,
      callback: () => {
        const { interval, dueAt } = current;
        if (interval !== undefined)
          arm({ ...current, dueAt: dueAt + interval });
        if (!isCancelled) timer.callback();
      },
    });
    return () => {
      isCancelled = true;
      this.#timers.delete(current);
    };
  }
}
