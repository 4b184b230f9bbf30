import type { Metrics, Sample } from "./metrics";
import type { LaneCount, Tally } from "./tally";

/** Adds what is counted of the members' sockets. */
export function addTallyMetrics(metrics: Metrics, tally: Tally): void {
  const { received, resyncs } = tally;
  const sent = () => ({
    reliable: {
      frames: tally.sent.frames - tally.sentDroppable.frames,
      bytes: tally.sent.bytes - tally.sentDroppable.bytes,
    },
    droppable: tally.sentDroppable,
  });
  metrics.add({
    name: "boardwalk_received_frames_total",
    help: "Messages that members sent, by lane; live frames count as droppable.",
    type: "counter",
    read: () => byLane(received, "frames"),
  });
  metrics.add({
    name: "boardwalk_received_bytes_total",
    help: "Bytes of the messages that members sent, by lane.",
    type: "counter",
    read: () => byLane(received, "bytes"),
  });
  metrics.add({
    name: "boardwalk_sent_frames_total",
    help: "Frames that were written to members' sockets, by lane.",
    type: "counter",
    read: () => byLane(sent(), "frames"),
  });
  metrics.add({
    name: "boardwalk_sent_bytes_total",
    help: "Bytes that were written to members' sockets, by lane.",
    type: "counter",
    read: () => byLane(sent(), "bytes"),
  });
  metrics.counter(
    "boardwalk_skipped_frames_total",
    "Droppable frames that were left out for members whose lines were behind.",
    () => tally.skippedFrames,
  );
  metrics.add({
    name: "boardwalk_resyncs_total",
    help: "Times that a member and the server exchanged what one of them lacked, after the first time, by cause.",
    type: "counter",
    read: () => labelled("cause", Object.entries(resyncs)),
  });
  metrics.add({
    name: "boardwalk_refusals_total",
    help: "What members and visitors were refused or warned of while their sockets stayed open, by code.",
    type: "counter",
    read: () => labelled("code", tally.refusals),
  });
  metrics.add({
    name: "boardwalk_closed_sockets_total",
    help: "Sockets that the server has closed, by close code and reason.",
    type: "counter",
    read: function* () {
      for (const { code, reason, times } of tally.closes)
        yield { labels: { code: String(code), reason }, value: times };
    },
  });
}

function* byLane(
  lanes: Readonly<Record<"reliable" | "droppable", LaneCount>>,
  what: keyof LaneCount,
): Iterable<Sample> {
  yield { labels: { lane: "reliable" }, value: lanes.reliable[what] };
  yield { labels: { lane: "droppable" }, value: lanes.droppable[what] };
}

function* labelled(
  label: string,
  counts: Iterable<readonly [string, number]>,
): Iterable<Sample> {
  for (const [name, value] of counts)
    yield { labels: { [label]: name }, value };
}
