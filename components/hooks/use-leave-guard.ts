import { useEffect } from "react";
import type { CopyState } from "@/client/sync/copy-state";
import type { SaveState } from "@/client/sync/save-state";
import type { Store } from "@/core/base/store";

/** Makes the browser ask before it leaves a page whose changes are neither on the server's disk nor in the browser's own copy. */
export function useLeaveGuard(
  saveState: Store<SaveState>,
  copy: Store<CopyState>,
): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      const { state } = saveState.get();
      const isSafe =
        state === "untouched" || state === "saved" || copy.get() === "kept";
      if (!isSafe) event.preventDefault();
    };
    window.addEventListener("beforeunload", onBeforeUnload);
    return () => window.removeEventListener("beforeunload", onBeforeUnload);
  }, [saveState, copy]);
}
