import type { Clock } from "@/core/base/clock";

export interface Rate {
  readonly perSecond: number;
  /** How many at once, after a pause. */
  readonly burst: number;
}

/** Counts against a rate. Full at the start. */
export class TokenBucket {
  readonly #clock: Clock;
  readonly #rate: Rate;
  #tokens: number;
  #countedAt: number;

  constructor(clock: Clock, rate: Rate) {
    this.#clock = clock;
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#countedAt = clock.now();
  }

  /** How many may come at once now; below 0 when more came than the rate allows. */
  get tokens(): number {
    const now = this.#clock.now();
    const earned = ((now - this.#countedAt) / 1000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + earned);
    this.#countedAt = now;
    return this.#tokens;
  }

  /** Takes one if there is one; false when the rate is exceeded. */
  take(): boolean {
    if (this.tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Takes one in any case, on credit when there is none. */
  spend(): void {
    this.#tokens = this.tokens - 1;
  }

  /** Milliseconds until there are `tokens`. */
  timeUntil(tokens: number): number {
    const missing = tokens - this.tokens;
    return Math.max(0, Math.ceil((missing / this.#rate.perSecond) * 1000));
  }
}
