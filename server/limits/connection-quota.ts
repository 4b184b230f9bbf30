import type { Dispose } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { MAX_CONNECTIONS_PER_USER } from "@/core/protocol/limits";

/** How many sockets each person has open, over all rooms. */
export class ConnectionQuota {
  readonly #open = new Map<UserId, number>();

  /** Counts one more, until the returned function is called; undefined when the person has too many. */
  take(user: UserId): Dispose | undefined {
    const open = this.#open.get(user) ?? 0;
    if (open >= MAX_CONNECTIONS_PER_USER) return undefined;
    this.#open.set(user, open + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#giveBack(user);
    };
  }

  #giveBack(user: UserId): void {
    const open = (this.#open.get(user) ?? 0) - 1;
    if (open > 0) this.#open.set(user, open);
    else this.#open.delete(user);
  }
}
