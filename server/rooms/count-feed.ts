import type { Dispose } from "@/core/base/disposable";
import type { BoardId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";

/** Passes on how many people are in each room, to whoever watches it from outside. */
export class CountFeed {
  readonly #watchers = new Map<BoardId, Listeners<number>>();

  /** Calls `listener` with the number of people after each change, until the returned function is called. */
  watch(room: BoardId, listener: (people: number) => void): Dispose {
    const watchers = this.#watchers.get(room) ?? new Listeners<number>();
    this.#watchers.set(room, watchers);
    const stop = watchers.add(listener);
    return () => {
      stop();
      if (watchers.size === 0 && this.#watchers.get(room) === watchers)
        this.#watchers.delete(room);
    };
  }

  publish(room: BoardId, people: number): void {
    this.#watchers.get(room)?.emit(people);
  }
}
