import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { Listeners } from "@/core/base/listeners";
import { SAY_SHOWN_MS } from "@/core/protocol/limits";

/** What a member says at their cursor. */
export interface SpokenWords {
  readonly slot: number;
  readonly text: string;
  /** When it last changed, by this page's clock. */
  readonly changedAt: number;
}

/** What members say at their cursors, each until a while after its last change. */
export class AllSpokenWords {
  readonly #clock: Clock;
  readonly #bySlot = new Map<number, SpokenWords>();
  readonly #listeners = new Listeners<void>();
  readonly #timers = new Map<number, Dispose>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isEmpty(): boolean {
    return this.#bySlot.size === 0;
  }

  all(): Iterable<SpokenWords> {
    return this.#bySlot.values();
  }

  subscribe(listener: () => void): Dispose {
    return this.#listeners.add(listener);
  }

  receive(slot: number, text: string): void {
    if (text.trim() === "") return this.forget(slot);
    this.#timers.get(slot)?.();
    this.#bySlot.set(slot, { slot, text, changedAt: this.#clock.now() });
    const cancel = this.#clock.after(SAY_SHOWN_MS, () => this.forget(slot));
    this.#timers.set(slot, cancel);
    this.#listeners.emit();
  }

  /** The words are taken back, or whoever said them has left. */
  forget(slot: number): void {
    this.#timers.get(slot)?.();
    this.#timers.delete(slot);
    if (this.#bySlot.delete(slot)) this.#listeners.emit();
  }

  dispose(): void {
    for (const cancel of this.#timers.values()) cancel();
  }
}
