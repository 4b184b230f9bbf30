import { useEffect } from "react";
import type { SaveState } from "@/client/sync/save-state";
import type { Store } from "@/core/base/store";

/** Makes the browser ask before it leaves a page whose changes the server does not have on its disk. */
export function useLeaveGuard(saveState: Store<SaveState>): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      const { state } = saveState.get();
      const isSafe = state === "untouched" || state === "saved";
      if (!isSafe) event.preventDefault();
    };
    window.addEventListener("beforeunload", onBeforeUnload);
    return () => window.removeEventListener("beforeunload", onBeforeUnload);
  }, [saveState]);
}
