import * as Y from "yjs";

/**
 * Remembers which keys others have emptied, and in which order with our own steps: a value that somebody replaced can be seen in
 * the document, one that they set back to its default leaves no trace there.
 */
export class EmptiedKeys {
  readonly #times = new WeakMap<object, Map<string, number>>();
  #now = 0;

  /** How many transactions of others there have been. */
  get now(): number {
    return this.#now;
  }

  /** Looks through a transaction, which must be one of others. */
  note({ changed }: Y.Transaction): void {
    this.#now++;
    for (const [type, keys] of changed) {
      if (!(type instanceof Y.Map)) continue;
      for (const key of keys) {
        if (key !== null && !type.has(key)) this.#set(type, key);
      }
    }
  }

  /** Whether others have emptied `key` of `map` after `time`. */
  isSince(time: number, map: object | null, key: string): boolean {
    const emptied = map && this.#times.get(map)?.get(key);
    return typeof emptied === "number" && emptied > time;
  }

  #set(map: object, key: string): void {
    const times = this.#times.get(map) ?? new Map<string, number>();
    this.#times.set(map, times.set(key, this.#now));
  }
}
