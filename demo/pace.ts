import type { Clock } from "@/core/base/clock";

/** The person was sent home in the middle of something. */
export class WentHome extends Error {
  override readonly name = "WentHome";
}

/** Time as somebody spends it who can be sent home at any moment. */
export class Pace {
  readonly #clock: Clock;
  readonly #going: AbortSignal;

  /** @param going Aborted when the person is to leave. */
  constructor(clock: Clock, going: AbortSignal) {
    this.#clock = clock;
    this.#going = going;
  }

  /** Resolves after so many milliseconds; rejects with `WentHome` once the person has to leave. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        cancel();
        reject(new WentHome());
      };
      if (this.#going.aborted) return reject(new WentHome());
      const cancel = this.#clock.after(milliseconds, () => {
        this.#going.removeEventListener("abort", leave);
        resolve();
      });
      this.#going.addEventListener("abort", leave, { once: true });
    });
  }
}
