import type { Clock } from "@/core/base/clock";

/** How many are done at once, unless that would take too long. */
const SLICE = 50;
const PAUSE_MS = 20;
/** A slice is as large as it must be for all to be done within about this. */
const LONGEST_MS = 2_000;

/** Does one thing after the other, some at a time, so that whatever else waits has its turn between. Resolves once all are done. */
export async function inSlices(
  work: readonly (() => void)[],
  clock: Clock,
): Promise<void> {
  const slice = Math.max(
    SLICE,
    Math.ceil(work.length / (LONGEST_MS / PAUSE_MS)),
  );
  for (let from = 0; from < work.length; from += slice) {
    if (from > 0)
      await new Promise<void>((resolve) => void clock.after(PAUSE_MS, resolve));
    for (const step of work.slice(from, from + slice)) step();
  }
}
