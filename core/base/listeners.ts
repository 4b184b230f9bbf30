import type { Dispose } from "./disposable";

/** The listeners of one kind of event. A listener may add or remove listeners while it runs. */
export class Listeners<T> {
  readonly #listeners = new Set<(event: T) => void>();

  get size(): number {
    return this.#listeners.size;
  }

  add(listener: (event: T) => void): Dispose {
    // A wrapper, so that the same function added twice is called twice and removed once each.
    const entry = (event: T) => listener(event);
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  emit(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
