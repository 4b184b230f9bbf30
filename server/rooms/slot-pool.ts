import type { Clock } from "@/core/base/clock";
import { SLOT_REST_MS } from "@/core/protocol/limits";

/** Gives out small numbers, and none again before it has rested, so that a late frame is not taken for somebody else's. */
export class SlotPool {
  readonly #clock: Clock;
  readonly #taken = new Set<number>();
  /** Until when each given-back slot rests; the oldest first. */
  readonly #resting = new Map<number, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  take(): number {
    this.#wake();
    let slot = 0;
    while (this.#taken.has(slot) || this.#resting.has(slot)) slot += 1;
    this.#taken.add(slot);
    return slot;
  }

  giveBack(slot: number): void {
    this.#taken.delete(slot);
    this.#resting.set(slot, this.#clock.now() + SLOT_REST_MS);
  }

  #wake(): void {
    const now = this.#clock.now();
    for (const [slot, restedAt] of this.#resting) {
      if (restedAt > now) return;
      this.#resting.delete(slot);
    }
  }
}
