import type { Dispose } from "@/core/base/disposable";

/** Calls `listener` whenever the window's device pixel ratio changes: the page was zoomed, or moved to another screen. */
export function watchPixelRatio(view: Window, listener: () => void): Dispose {
  let stop: Dispose = () => {};
  // A query answers for one ratio only, so that each change asks for a new one.
  const watch = () => {
    const query = view.matchMedia(`(resolution: ${view.devicePixelRatio}dppx)`);
    const onChange = () => {
      stop();
      watch();
      listener();
    };
    query.addEventListener("change", onChange);
    stop = () => query.removeEventListener("change", onChange);
  };
  watch();
  return () => stop();
}
