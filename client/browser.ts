import { systemClock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";

// What the client needs of the page's window.

/** Where rooms are served, such as `ws://host:3000/sync`. */
export function syncUrlOf(
  { protocol, host }: Location,
  basePath: string,
): string {
  return `${protocol === "https:" ? "wss" : "ws"}://${host}${basePath}/sync`;
}

/** Undefined where the browser forbids it: reading `localStorage` throws then. */
export function browserStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Calls `callback` before the browser paints next, unless the returned function is called before. */
export function requestBrowserFrame(callback: () => void): Dispose {
  const handle = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(handle);
}

/** A frame that has not come by then is not awaited: nobody looks at the page. Milliseconds. */
const FRAME_PATIENCE_MS = 200;

/** Calls `callback` in a turn of its own: after the next frame, or, where nobody looks at the page, at once. */
export function nextBrowserTurn(callback: () => void): void {
  let isDue = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  const end = () => {
    stopWaiting();
    // Timers are slow in pages that nobody looks at; messages are not.
    if (isDue) port2.postMessage(undefined);
    isDue = false;
  };
  const stopWaiting = systemClock.after(FRAME_PATIENCE_MS, end);
  if (document.hidden) end();
  else requestAnimationFrame(end);
}

/** Calls `probe` when the network comes or goes, by the browser's word, or the page is looked at again. */
export function probeOnChange(probe: () => void): Dispose {
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener("online", probe, { signal });
  window.addEventListener("offline", probe, { signal });
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "visible" && probe(),
    { signal },
  );
  return () => ending.abort();
}
