import type { Clock } from "@/core/base/clock";
import type { UserId } from "@/core/base/ids";

/** Keeps a person, whatever number of tabs they have, from doing something again and again. */
export class IntervalGate {
  readonly #clock: Clock;
  readonly #interval: number;
  readonly #lastAt = new Map<UserId, number>();

  /** @param interval Milliseconds. */
  constructor(clock: Clock, interval: number) {
    this.#clock = clock;
    this.#interval = interval;
  }

  /** Counts once more; false when it comes too soon after the last. */
  take(user: UserId): boolean {
    const now = this.#clock.now();
    for (const [other, at] of this.#lastAt)
      if (now - at >= this.#interval) this.#lastAt.delete(other);
    if (this.#lastAt.has(user)) return false;
    this.#lastAt.set(user, now);
    return true;
  }
}
