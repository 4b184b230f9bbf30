import type { Dispose } from "@/core/base/disposable";
import type { WritableStore } from "@/core/base/store";
import type { KeyValueStorage } from "@/core/base/key-value-storage";

const CALM_KEY = "boardwalk.calm";

/** Remembers from visit to visit whether this person wants calm. @param storage Undefined where the browser keeps nothing. */
export function keepCalm(
  isCalm: WritableStore<boolean>,
  storage: KeyValueStorage | undefined,
): Dispose {
  // Browsers throw from storage when it is full or forbidden.
  try {
    isCalm.set(storage?.getItem(CALM_KEY) === "yes");
  } catch {
    isCalm.set(false);
  }
  return isCalm.subscribe(() => {
    try {
      storage?.setItem(CALM_KEY, isCalm.get() ? "yes" : "no");
    } catch {
      // As long as the page, then.
    }
  });
}
