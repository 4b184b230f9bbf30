import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { DIGEST_QUIET_MS } from "@/core/protocol/limits";

export interface DigestTellerOptions {
  readonly clock: Clock;
  /** Tells everybody the document's digest, computed now. */
  readonly tell: () => void;
}

/** Has the members compare their documents with the room's, once after each time that somebody has worked on it. */
export class DigestTeller {
  readonly #options: DigestTellerOptions;
  #changedAt = 0;
  #cancel: Dispose | undefined;

  constructor(options: DigestTellerOptions) {
    this.#options = options;
  }

  /** The document has changed. */
  changed(): void {
    this.#changedAt = this.#options.clock.now();
    // One timer however many changes: it looks for itself whether the last is long enough ago.
    this.#cancel ??= this.#wait(DIGEST_QUIET_MS);
  }

  dispose(): void {
    this.#cancel?.();
  }

  #wait(time: number): Dispose {
    const { clock, tell } = this.#options;
    return clock.after(time, () => {
      const left = this.#changedAt + DIGEST_QUIET_MS - clock.now();
      this.#cancel = left > 0 ? this.#wait(left) : undefined;
      if (left <= 0) tell();
    });
  }
}
