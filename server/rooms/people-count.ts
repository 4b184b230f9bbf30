import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { LEAVE_GRACE_MS } from "@/core/protocol/limits";

export interface Count {
  readonly people: number;
  /** Rises with each change, also from one life of the room to the next. */
  readonly version: number;
}

interface PresentUser {
  connections: number;
  /** Ends the grace that runs since the last connection left. */
  cancelGrace: Dispose;
}

/**
 * Counts the people in a room: users, not connections. Rises at once; falls a little after the last connection of a person has
 * left, so that a reload is no event.
 */
export class PeopleCount {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #users = new Map<UserId, PresentUser>();
  #version: number;

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
    this.#version = clock.now();
  }

  get current(): Count {
    return { people: this.#users.size, version: this.#version };
  }

  join(user: UserId): void {
    const known = this.#users.get(user);
    if (known) {
      known.cancelGrace();
      known.connections += 1;
      return;
    }
    this.#users.set(user, { connections: 1, cancelGrace: () => {} });
    this.#changed();
  }

  leave(user: UserId): void {
    const known = this.#users.get(user);
    if (!known) return;
    known.connections -= 1;
    if (known.connections > 0) return;
    known.cancelGrace = this.#clock.after(LEAVE_GRACE_MS, () => {
      this.#users.delete(user);
      this.#changed();
    });
  }

  dispose(): void {
    for (const { cancelGrace } of this.#users.values()) cancelGrace();
  }

  #changed(): void {
    this.#version += 1;
    this.#onChange();
  }
}
