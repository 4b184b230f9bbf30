import { useSyncExternalStore } from "react";

/** Whether the person is at this page: it is in front, and the window has the focus. */
export const useHasFocus = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => document.hasFocus() && document.visibilityState === "visible",
    () => false,
  );

function subscribe(listener: () => void): () => void {
  window.addEventListener("focus", listener);
  window.addEventListener("blur", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    window.removeEventListener("focus", listener);
    window.removeEventListener("blur", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}
