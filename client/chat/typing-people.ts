import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { createStore, type Store } from "@/core/base/store";
import { TYPING_MS } from "@/core/protocol/limits";

const NOBODY: readonly string[] = [];

/** Who is writing a message now: whoever said so a moment ago, and has not sent it. */
export class TypingPeople {
  readonly #clock: Clock;
  readonly #users = createStore(NOBODY);
  readonly #timers = new Map<string, Dispose>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Their ids, by the time they began. */
  get users(): Store<readonly string[]> {
    return this.#users;
  }

  types(user: string): void {
    const isKnown = this.#timers.has(user);
    this.#timers.get(user)?.();
    this.#timers.set(
      user,
      this.#clock.after(TYPING_MS, () => this.stops(user)),
    );
    if (!isKnown) this.#users.update((users) => [...users, user]);
  }

  stops(user: string): void {
    if (!this.#timers.has(user)) return;
    this.#timers.get(user)?.();
    this.#timers.delete(user);
    this.#users.update((users) => users.filter((other) => other !== user));
  }

  dispose(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }
}
