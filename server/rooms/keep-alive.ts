import type { Clock } from "@/core/base/clock";
import { Disposables } from "@/core/base/disposable";
import { KEEP_ALIVE_MS, PING_INTERVAL_MS } from "@/core/protocol/limits";

/** How often connections are looked at for silence. */
const LOOK_INTERVAL_MS = 5_000;

/** A connection whose life is watched. */
export interface Watched {
  /** When it was last sent a message: milliseconds since 1970. */
  readonly lastSentAt: number;
  /** Sends a message that says nothing. */
  sayNothing(): void;
  /** Sends a ping, or cuts the line when the last one has not been answered. */
  probe(): void;
}

export interface KeepAliveOptions {
  readonly clock: Clock;
  readonly watched: ReadonlySet<Watched>;
}

/**
 * Finds dead lines by pings, and keeps clients from taking a quiet line for a dead one: for those a ping is no sign of life, only
 * a message is.
 */
export class KeepAlive {
  readonly #options: KeepAliveOptions;
  readonly #timers = new Disposables();

  constructor(options: KeepAliveOptions) {
    this.#options = options;
    const { clock, watched } = options;
    this.#timers.add(
      clock.every(PING_INTERVAL_MS, () => {
        for (const one of watched) one.probe();
      }),
    );
    this.#timers.add(clock.every(LOOK_INTERVAL_MS, () => this.#breakSilence()));
  }

  dispose(): void {
    this.#timers.dispose();
  }

  #breakSilence(): void {
    const { clock, watched } = this.#options;
    // Whoever is not spoken to now is looked at again only after the next interval.
    const deadline = clock.now() - (KEEP_ALIVE_MS - LOOK_INTERVAL_MS);
    for (const one of watched) if (one.lastSentAt <= deadline) one.sayNothing();
  }
}
