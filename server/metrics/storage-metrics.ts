import type { CommitTiming } from "../storage/commit-timing";
import { Histogram } from "./histogram";
import type { Metrics } from "./metrics";

/** Seconds: from a disk that syncs in a fraction of a millisecond to one that can no longer be worked with. */
const COMMIT_BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];

/** Counts what the storage tells of its commits, and adds that to the metrics. */
export class StorageMetrics {
  readonly #seconds = new Histogram(COMMIT_BOUNDS);
  #writes = 0;
  #failures = 0;

  constructor(metrics: Metrics) {
    metrics.add({
      name: "boardwalk_commit_seconds",
      help: "How long commits took until the disk had them.",
      type: "histogram",
      read: () => this.#seconds.read(),
    });
    metrics.counter(
      "boardwalk_commit_writes_total",
      "Changes and messages that were committed.",
      () => this.#writes,
    );
    metrics.counter(
      "boardwalk_commit_failures_total",
      "Commits of which nothing was kept.",
      () => this.#failures,
    );
  }

  committed({ writes, milliseconds }: CommitTiming): void {
    this.#seconds.observe(milliseconds / 1_000);
    this.#writes += writes;
  }

  failed(): void {
    this.#failures += 1;
  }
}
