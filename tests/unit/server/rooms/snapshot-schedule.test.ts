import { expect, test } from "vitest";
import { SnapshotSchedule } from "@/server/rooms/snapshot-schedule";
import { FakeClock } from "../../../support/fake-clock";
import { settled } from "../../../support/server-room";

function schedule(snapshotSeq = 0) {
  const clock = new FakeClock();
  const compacted: number[] = [];
  const disk = { isFull: false };
  const snapshots = new SnapshotSchedule({
    clock,
    snapshotSeq,
    compact: async (seq) => {
      compacted.push(seq);
      return !disk.isFull;
    },
  });
  return { clock, compacted, disk, snapshots };
}

test("a log of 500 updates is folded", async () => {
  const { compacted, snapshots } = schedule(1000);
  for (let seq = 1001; seq <= 2600; seq++) {
    snapshots.saved(seq);
    await settled();
  }

  expect(compacted).toEqual([1500, 2000, 2500]);
});

test("a shorter log is folded after a minute without a change", () => {
  const { clock, compacted, snapshots } = schedule();
  snapshots.saved(1);
  clock.advance(59_000);
  snapshots.saved(2);
  clock.advance(59_000);
  expect(compacted).toEqual([]);

  clock.advance(1_000);

  expect(compacted).toEqual([2]);
});

test("nothing is folded twice", async () => {
  const { clock, compacted, snapshots } = schedule();
  snapshots.saved(3);

  await snapshots.finish();
  await snapshots.finish();
  clock.advance(120_000);

  expect(compacted).toEqual([3]);
});

test("what was saved while a snapshot was made is folded at the end", async () => {
  const { compacted, snapshots } = schedule();
  snapshots.saved(500);
  snapshots.saved(600);

  await snapshots.finish();

  expect(compacted).toEqual([500, 600]);
});

test("a snapshot that failed is made at the end, and not again at every change", async () => {
  const { compacted, disk, snapshots } = schedule();
  disk.isFull = true;
  for (const seq of [500, 501, 502]) {
    snapshots.saved(seq);
    await settled();
  }
  expect(compacted).toEqual([500]);
  await snapshots.finish();
  disk.isFull = false;

  await snapshots.finish();
  await snapshots.finish();

  expect(compacted).toEqual([500, 502, 502]);
});
