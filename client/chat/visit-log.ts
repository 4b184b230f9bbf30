import type { UserId } from "@/core/base/ids";
import { createStore, type Store } from "@/core/base/store";
import type { ChatVisit } from "./chat-state";

/** Older visits than these nobody looks for. */
const MAX_VISITS = 100;

export interface VisitLogOptions {
  readonly me: Store<UserId>;
  /** Those who are here. */
  readonly here: () => Iterable<string>;
}

/** Who came and went since this page was opened. */
export class VisitLog {
  readonly #options: VisitLogOptions;
  readonly #visits = createStore<readonly ChatVisit[]>([]);
  /** Those who were here when the line was cut: to a new server they all come anew. */
  #hereBefore = new Set<string>();

  constructor(options: VisitLogOptions) {
    this.#options = options;
  }

  /** The oldest first. */
  get visits(): Store<readonly ChatVisit[]> {
    return this.#visits;
  }

  /** The line is about to be cut, and nobody can be known to be here any more. */
  cut(): void {
    this.#hereBefore = new Set(this.#options.here());
  }

  receive(visit: ChatVisit): void {
    const isReturn = this.#hereBefore.delete(visit.user);
    if (visit.user === this.#options.me.get()) return;
    if (isReturn && visit.event === "joined") return;
    this.#visits.update((visits) => [...visits, visit].slice(-MAX_VISITS));
  }
}
