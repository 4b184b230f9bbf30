import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Metrics, Sample } from "./metrics";

/** How closely the delay is watched; milliseconds. */
const RESOLUTION_MS = 10;
const NANOSECONDS = 1e9;
const QUANTILES = ["0.5", "0.9", "0.99", "1"];

/** Adds how this process does: how long its event loop is held up, and how much memory it has. Watches from now on. */
export function addProcessMetrics(metrics: Metrics): void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  metrics.add({
    name: "boardwalk_event_loop_delay_seconds",
    help: "How long the event loop was held up since the last time that the metrics were read.",
    type: "gauge",
    read: () => {
      const samples = QUANTILES.map((quantile): Sample => {
        const delay = delays.percentile(Number(quantile) * 100);
        // A loop that turns as it should is seen every time the resolution has passed.
        const heldUp = Math.max(delay / NANOSECONDS - RESOLUTION_MS / 1_000, 0);
        return { labels: { quantile }, value: heldUp };
      });
      delays.reset();
      return samples;
    },
  });
  metrics.gauge(
    "boardwalk_resident_memory_bytes",
    "Memory that the process has from the system.",
    () => process.memoryUsage.rss(),
  );
  metrics.gauge(
    "boardwalk_heap_used_bytes",
    "Memory that JavaScript values take.",
    () => process.memoryUsage().heapUsed,
  );
}
