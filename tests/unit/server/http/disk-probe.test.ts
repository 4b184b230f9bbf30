import { expect, test } from "vitest";
import { DiskProbe } from "@/server/http/disk-probe";
import { FakeClock } from "../../../support/fake-clock";
import { settled } from "../../../support/server-room";

/** A probe of a disk whose writes end when the test says so. */
function openProbe() {
  const clock = new FakeClock();
  const writes: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const probe = new DiskProbe({
    clock,
    write: () =>
      new Promise((resolve, reject) => writes.push({ resolve, reject })),
  });
  return { clock, writes, probe };
}

test("a write tells that all is well, to all who ask within 3 s", async () => {
  const { clock, writes, probe } = openProbe();
  const both = [probe.problem(), probe.problem()];
  writes[0]!.resolve();
  expect(await Promise.all(both)).toEqual([undefined, undefined]);

  clock.advance(2_999);
  expect(await probe.problem()).toBeUndefined();
  expect(writes).toHaveLength(1);
});

test("a write that fails tells why, until a later one does not", async () => {
  const { clock, writes, probe } = openProbe();
  const first = probe.problem();
  writes[0]!.reject(new Error("disk I/O error"));
  expect(await first).toBe("disk I/O error");
  expect(await probe.problem()).toBe("disk I/O error");

  clock.advance(3_000);
  const second = probe.problem();
  writes[1]!.resolve();
  expect(await second).toBeUndefined();
});

test("a disk that does not answer is found out after 2 s, and is asked nothing more meanwhile", async () => {
  const { clock, writes, probe } = openProbe();
  const first = probe.problem();
  clock.advance(1_500);
  const second = probe.problem();
  clock.advance(500);
  expect(await first).toBe("the storage does not answer");
  expect(await second).toBe("the storage does not answer");

  const third = probe.problem();
  clock.advance(0);
  expect(await third).toBe("the storage does not answer");
  expect(writes).toHaveLength(1);

  writes[0]!.resolve();
  await settled();
  expect(await probe.problem()).toBeUndefined();
  expect(clock.pending).toBe(0);
});
