import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { LEAVE_GRACE_MS } from "@/core/protocol/limits";

export interface Count {
  readonly people: number;
  /** Rises with each change, also from one life of the room to the next. */
  readonly version: number;
}

/** One person has come or gone. */
export interface Visit {
  readonly event: "joined" | "left";
  readonly user: UserId;
  /** As they were called then. */
  readonly name: string;
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
  readonly #onChange: (visit: Visit) => void;
  readonly #users = new Map<UserId, PresentUser>();
  #version: number;

  constructor(clock: Clock, onChange: (visit: Visit) => void) {
    this.#clock = clock;
    this.#onChange = onChange;
    this.#version = clock.now();
  }

  get current(): Count {
    return { people: this.#users.size, version: this.#version };
  }

  join(user: UserId, name: string): void {
    const known = this.#users.get(user);
    if (known) {
      known.cancelGrace();
      known.connections += 1;
      return;
    }
    this.#users.set(user, { connections: 1, cancelGrace: () => {} });
    this.#changed({ event: "joined", user, name });
  }

  /** @param name What the person is called by now. */
  leave(user: UserId, name: string): void {
    const known = this.#users.get(user);
    if (!known) return;
    known.connections -= 1;
    if (known.connections > 0) return;
    known.cancelGrace = this.#clock.after(LEAVE_GRACE_MS, () => {
      this.#users.delete(user);
      this.#changed({ event: "left", user, name });
    });
  }

  dispose(): void {
    for (const { cancelGrace } of this.#users.values()) cancelGrace();
  }

  #changed(visit: Visit): void {
    this.#version += 1;
    this.#onChange(visit);
  }
}
