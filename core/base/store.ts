import type { Dispose } from "./disposable";
import { Listeners } from "./listeners";

/** A value that changes over time. Knows nothing of React. */
export interface Store<T> {
  get(): T;
  /** Calls `listener` after each change. Returns the function that ends the subscription. */
  subscribe(listener: () => void): Dispose;
}

export interface WritableStore<T> extends Store<T> {
  /** Notifies nobody when the new value is `Object.is`-equal to the old one. */
  set(value: T): void;
  update(change: (value: T) => T): void;
}

export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Listeners<void>();
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    listeners.emit();
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe: (listener) => listeners.add(listener),
  };
}
