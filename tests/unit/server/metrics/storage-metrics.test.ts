import { expect, test } from "vitest";
import { Metrics } from "@/server/metrics/metrics";
import { StorageMetrics } from "@/server/metrics/storage-metrics";

test("commits are counted with their writes and their time, and failed ones apart", () => {
  const metrics = new Metrics();
  const commits = new StorageMetrics(metrics);

  commits.committed({ writes: 3, milliseconds: 0.5 });
  commits.committed({ writes: 1, milliseconds: 20 });
  commits.failed();

  const lines = metrics.render().split("\n");
  for (const line of [
    'boardwalk_commit_seconds_bucket{le="0.001"} 1',
    'boardwalk_commit_seconds_bucket{le="0.025"} 2',
    "boardwalk_commit_seconds_sum 0.0205",
    "boardwalk_commit_seconds_count 2",
    "boardwalk_commit_writes_total 4",
    "boardwalk_commit_failures_total 1",
  ])
    expect(lines).toContain(line);
});
