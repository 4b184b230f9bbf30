import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import {
  MAX_PAUSE_MS,
  UPDATES_BURST,
  UPDATES_PER_SECOND,
} from "@/core/protocol/limits";
import { TokenBucket } from "./token-bucket";

/** A member with this much of the burst in hand is within the rate again. */
const CALM_TOKENS = UPDATES_BURST / 2;

export interface UpdateThrottleOptions {
  readonly clock: Clock;
  /** Stops reading from the member. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** The member has been above the rate for too long. */
  readonly onTooLong: () => void;
}

/**
 * Slows down a member who sends more updates than the rate allows, by not reading from their socket. No update is refused:
 * what has been read is counted and taken.
 */
export class UpdateThrottle {
  readonly #options: UpdateThrottleOptions;
  readonly #bucket: TokenBucket;
  /** Since when the member has been above the rate. */
  #overSince: number | undefined;
  #cancelResume: Dispose | undefined;

  constructor(options: UpdateThrottleOptions) {
    this.#options = options;
    this.#bucket = new TokenBucket(options.clock, {
      perSecond: UPDATES_PER_SECOND,
      burst: UPDATES_BURST,
    });
  }

  get isPaused(): boolean {
    return this.#cancelResume !== undefined;
  }

  /** Counts an update that came. */
  count(): void {
    const { clock, onTooLong } = this.#options;
    if (this.#bucket.tokens >= CALM_TOKENS) this.#overSince = undefined;
    this.#bucket.spend();
    if (this.#bucket.tokens >= 0) return;
    this.#overSince ??= clock.now();
    if (clock.now() - this.#overSince > MAX_PAUSE_MS) return onTooLong();
    this.#pause();
  }

  dispose(): void {
    this.#cancelResume?.();
    this.#cancelResume = undefined;
  }

  #pause(): void {
    if (this.#cancelResume) return;
    const { clock, pause, resume } = this.#options;
    pause();
    // Until a few may come at once: waking for each single one would be as much work as taking it.
    const wait = this.#bucket.timeUntil(UPDATES_BURST / 10);
    this.#cancelResume = clock.after(wait, () => {
      this.#cancelResume = undefined;
      resume();
    });
  }
}
