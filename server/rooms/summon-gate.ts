import type { Clock } from "@/core/base/clock";
import type { UserId } from "@/core/base/ids";
import { SUMMON_INTERVAL_MS } from "@/core/protocol/limits";

/** Keeps a person, whatever number of tabs they have, from asking everybody to come again and again. */
export class SummonGate {
  readonly #clock: Clock;
  readonly #lastAt = new Map<UserId, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a summon; false when it comes too soon after the last. */
  take(user: UserId): boolean {
    const now = this.#clock.now();
    for (const [other, at] of this.#lastAt)
      if (now - at >= SUMMON_INTERVAL_MS) this.#lastAt.delete(other);
    if (this.#lastAt.has(user)) return false;
    this.#lastAt.set(user, now);
    return true;
  }
}
