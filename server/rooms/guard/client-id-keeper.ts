import type { UserId } from "@/core/base/ids";
import type { ClientIdOwner } from "../../storage/board-storage";
import type { ClientIds } from "./client-ids";

export interface ClientIdKeeperOptions {
  readonly ids: ClientIds;
  /** Stores who owns client ids; rejects when that failed. `user` is somebody who draws. */
  readonly store: (
    owners: readonly ClientIdOwner[],
    user: UserId,
  ) => Promise<void>;
}

/**
 * Has it stored whose the client ids are under which something is drawn, beside the log and without waiting: an owner who is lost with the
 * server owns the id again as soon as they come back.
 */
export class ClientIdKeeper {
  readonly #options: ClientIdKeeperOptions;
  #waiting: ClientIdOwner[] = [];
  #isStoring = false;

  constructor(options: ClientIdKeeperOptions) {
    this.#options = options;
  }

  /** Something has been drawn under the id. */
  drawn(client: number): void {
    const { ids } = this.#options;
    const user = ids.ownerOf(client);
    if (user === undefined || !ids.draw(client)) return;
    this.#waiting.push({ client, user });
    this.storeRest();
  }

  /** Stores what is not stored yet. Call it now and then: what has failed waits for that. */
  storeRest(): void {
    const [first] = this.#waiting;
    if (first && !this.#isStoring) void this.#store(this.#waiting, first.user);
  }

  async #store(owners: ClientIdOwner[], user: UserId): Promise<void> {
    this.#isStoring = true;
    this.#waiting = [];
    try {
      await this.#options.store(owners, user);
    } catch {
      this.#waiting.unshift(...owners);
      this.#isStoring = false;
      return;
    }
    this.#isStoring = false;
    this.storeRest();
  }
}
