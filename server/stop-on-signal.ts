import type { Clock } from "@/core/base/clock";
import type { Log } from "./log";

/** Whoever restarts us may use force after ten seconds, as Docker does: the truth must be told before. */
const DEADLINE_MS = 9_000;

export interface StopOptions {
  /** Stores what is not stored yet. */
  readonly stop: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Ends the process at SIGTERM or SIGINT: with 0 once `stop` has resolved, with 1 when it rejects or takes more than 9 s. A second
 * signal ends it at once, with 1.
 */
export function stopOnSignal({ stop, clock, log }: StopOptions): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, "stopping");
    clock.after(DEADLINE_MS, () =>
      endWith("Boardwalk could not store everything in time."),
    );
    stop().then(
      () => {
        log.info({}, "stopped");
        process.exit(0);
      },
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
