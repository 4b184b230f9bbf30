import type { Clock } from "@/core/base/clock";

/** Whoever restarts us may use force after this. */
const DEADLINE_MS = 10_000;

/**
 * Ends the process at SIGTERM or SIGINT: with 0 once `stop` has resolved, with 1 when it rejects or takes more than 10 s. A second
 * signal ends it at once.
 *
 * @param stop Stores what is not stored yet.
 */
export function stopOnSignal(clock: Clock, stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    clock.after(DEADLINE_MS, () =>
      endWith("Boardwalk could not store everything in time."),
    );
    stop().then(
      () => process.exit(0),
      (error: unknown) => endWith(error),
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

function endWith(reason: unknown): never {
  console.error(reason);
  process.exit(1);
}
