import { useCallback, useSyncExternalStore } from "react";
import type { Store } from "@/core/base/store";

/** The store's value, and a new render whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSelected(store, (value) => value);
}

/**
 * A part of the store's value, and a new render only when that part changes.
 *
 * @param select Must return the same thing (by `Object.is`) for the same value: a number, a text, a member; no new object.
 */
export function useSelected<T, Part>(
  store: Store<T>,
  select: (value: T) => Part,
): Part {
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(listener),
    [store],
  );
  const read = () => select(store.get());
  return useSyncExternalStore(subscribe, read, read);
}
