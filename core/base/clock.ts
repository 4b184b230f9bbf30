import type { Dispose } from "./disposable";

// The only place in core that knows the host's timers; both Node and the browser have them.
declare function setTimeout(
  callback: () => void,
  milliseconds: number,
): unknown;
declare function clearTimeout(handle: unknown): void;
declare function setInterval(
  callback: () => void,
  milliseconds: number,
): unknown;
declare function clearInterval(handle: unknown): void;

/** Time as a parameter, so that tests decide when it passes. All durations are milliseconds. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `callback` once after `delay`, unless the returned function is called first. */
  after(delay: number, callback: () => void): Dispose;
  /** Runs `callback` every `interval` until the returned function is called. */
  every(interval: number, callback: () => void): Dispose;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, callback) {
    const handle = setTimeout(callback, delay);
    return () => clearTimeout(handle);
  },
  every(interval, callback) {
    const handle = setInterval(callback, interval);
    return () => clearInterval(handle);
  },
};
