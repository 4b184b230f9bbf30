import { expect, test } from "vitest";
import { Histogram } from "@/server/metrics/histogram";
import { Metrics } from "@/server/metrics/metrics";

test("numbers are told as they are when they are read", () => {
  const metrics = new Metrics();
  let rooms = 1;
  metrics.gauge("boardwalk_rooms", "Rooms that are in memory.", () => rooms);
  metrics.counter("boardwalk_resyncs_total", "Resyncs.", () => 0.5);

  rooms = 2;

  expect(metrics.render()).toBe(`\
# HELP boardwalk_rooms Rooms that are in memory.
# TYPE boardwalk_rooms gauge
boardwalk_rooms 2
# HELP boardwalk_resyncs_total Resyncs.
# TYPE boardwalk_resyncs_total counter
boardwalk_resyncs_total 0.5
`);
});

test("labels and help keep to the format whatever is in them", () => {
  const metrics = new Metrics();
  metrics.add({
    name: "odd",
    help: "One\nsentence with a \\.",
    type: "gauge",
    read: () => [
      { labels: { code: 'a "b"\n\\', lane: "live" }, value: Infinity },
      { value: NaN },
      { value: -Infinity },
    ],
  });

  expect(metrics.render().trimEnd().split("\n")).toEqual([
    "# HELP odd One\\nsentence with a \\\\.",
    "# TYPE odd gauge",
    'odd{code="a \\"b\\"\\n\\\\",lane="live"} +Inf',
    "odd NaN",
    "odd -Inf",
  ]);
});

test("a name stands for one metric", () => {
  const metrics = new Metrics();
  metrics.gauge("rooms", "Rooms.", () => 1);

  expect(() => metrics.counter("rooms", "Rooms.", () => 1)).toThrow(
    'There are two metrics named "rooms".',
  );
});

test("a histogram counts what is at most as large as each bound", () => {
  const metrics = new Metrics();
  const seconds = new Histogram([0.1, 1]);
  metrics.add({
    name: "commit_seconds",
    help: "Commits.",
    type: "histogram",
    read: () => seconds.read(),
  });

  for (const value of [0.1, 0.25, 1, 8]) seconds.observe(value);

  expect(metrics.render().trimEnd().split("\n").slice(2)).toEqual([
    'commit_seconds_bucket{le="0.1"} 1',
    'commit_seconds_bucket{le="1"} 3',
    'commit_seconds_bucket{le="+Inf"} 4',
    "commit_seconds_sum 9.35",
    "commit_seconds_count 4",
  ]);
});
