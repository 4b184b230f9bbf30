import type { Dispose } from "@/core/base/disposable";
import type { BoardHook } from "./board-hook";

declare global {
  interface Window {
    /** Only there when the server was started for benchmarks. */
    __board?: BoardHook;
  }
}

/** Offers `hook` to benchmarks as `window.__board` until the returned function is called. */
export function installHook(view: Window, hook: BoardHook): Dispose {
  view.__board = hook;
  return () => {
    if (view.__board === hook) delete view.__board;
  };
}
