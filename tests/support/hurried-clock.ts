import { systemClock, type Clock } from "@/core/base/clock";

/** A clock of the real time that passes `times` as fast: what gives up after 5 s gives up after half a second. */
export function hurriedClock(times: number): Clock {
  const start = systemClock.now();
  return {
    now: () => start + (systemClock.now() - start) * times,
    after: (delay, callback) => systemClock.after(delay / times, callback),
    every: (interval, callback) =>
      systemClock.every(interval / times, callback),
  };
}
