import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pass } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { asBoardId } from "@/core/base/ids";
import { titleOf } from "@/core/board/title";
import { FakeClock } from "../support/fake-clock";
import { hurriedClock } from "../support/hurried-clock";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { metric } from "../support/server-metrics";
import type { Fault } from "../support/storage/faults/fault";
import { FaultyDisk } from "../support/storage/faults/faulty-disk";
import { documentOf } from "../support/storage/document-of";

const FAULTS: readonly (Fault | "locked")[] = [
  "full",
  "read-only",
  "locked",
  "cannot sync",
  "half-way",
  "kept, but told otherwise",
  "silent",
];
const PLANS = asBoardId("plans");
/** Milliseconds. A commit on the event loop would stop it for a second, which is how long a locked disk is waited for. */
const LONGEST_PAUSE = 500;
/** More than fits into the pages that a database has to spare. */
const LARGE = "x".repeat(20_000);

describe("while the disk is", () => {
  test.each(FAULTS)(
    "%s, all go on drawing and nothing is called saved; when it is well, all is",
    async (fault) => {
      const disk = await FaultyDisk.open();
      const { url, syncUrl, storage } = await startServer({
        storage: disk.storage,
      });
      const ada = await RawClient.join(`${syncUrl}/plans`);
      const ben = await RawClient.join(`${syncUrl}/plans`, "Ben");
      ada.doc.getMap("shapes").set("before", LARGE);
      await ada.saved();
      const pauses = monitorEventLoopDelay({ resolution: 5 });
      pauses.enable();

      await disk.break(fault);
      for (let i = 0; i < 10; i++) {
        ada.doc.getMap("shapes").set(`a${i}`, LARGE);
        ben.doc.getMap("shapes").set(`b${i}`, LARGE);
      }
      const asked = ada.barrier();
      await ada.until(() => ada.all("unsaved").some(({ n }) => n === asked));
      await ben.until(() => ben.last("notice")?.code === "NOT_SAVED");
      await ben.until(() => ben.doc.getMap("shapes").has("a9"));
      const cy = await RawClient.join(`${syncUrl}/plans`, "Cy");
      expect(cy.doc.getMap("shapes").size).toBe(21);
      const others = await RawClient.join(`${syncUrl}/others`, "Di");
      expect(others.isSynced).toBe(true);

      expect((await fetch(`${url}/readyz`)).status).toBe(503);
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const first = await metric(url, "boardwalk_unsaved_oldest_seconds");
      await pass(50);
      const second = await metric(url, "boardwalk_unsaved_oldest_seconds");
      expect(first).toBeGreaterThan(0);
      expect(second).toBeGreaterThan(first);
      expect(await metric(url, "boardwalk_unsaved_updates")).toBeGreaterThan(0);
      expect(await metric(url, "boardwalk_failing_rooms")).toBe(1);
      if (fault !== "kept, but told otherwise")
        expect(disk.storedSeqs("plans")).toEqual([1]);
      for (const person of [ada, ben, cy])
        expect(person.all("saved").filter(({ seq }) => seq > 1)).toEqual([]);

      await disk.mend();
      await ada.until(() => ada.last("notice")?.code === "SAVED_AGAIN");
      await Promise.all([ada.saved(), ben.saved(), cy.saved()]);
      pauses.disable();

      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      expect(await metric(url, "boardwalk_unsaved_oldest_seconds")).toBe(0);
      const seqs = disk.storedSeqs("plans");
      expect(seqs).toEqual(seqs.map((_, i) => i + 1));
      const stored = documentOf(await storage.load(PLANS));
      expect(stored.getMap("shapes").toJSON()).toEqual(
        ada.doc.getMap("shapes").toJSON(),
      );
      expect(stored.getMap("shapes").size).toBe(21);
      expect(pauses.max / 1e6).toBeLessThan(LONGEST_PAUSE);
    },
  );
});

describe("while nobody draws and the disk is", () => {
  test.each(FAULTS)(
    "%s, the server tells that it is not ready, and why",
    async (fault) => {
      const disk = await FaultyDisk.open();
      const { url } = await startServer({
        storage: disk.storage,
        clock: hurriedClock(10),
      });
      const ask = async () => {
        const answer = await fetch(`${url}/readyz`);
        return `${answer.status} ${await answer.text()}`;
      };
      await disk.break(fault);

      expect(await ask()).toMatch(/^503 not ready: .*\w/);

      await disk.mend();
      await vi.waitUntil(async () => (await ask()) === "200 ready\n", 10_000);
    },
  );
});

test("who gives a board a title while the disk fails is told that it is not stored yet; it is when the disk is well", async () => {
  const disk = await FaultyDisk.open();
  const clock = new FakeClock();
  const { url, syncUrl, storage } = await startServer({
    storage: disk.storage,
    clock,
  });
  const { headers } = await fetch(url);
  const cookie = headers.get("set-cookie")!.split(";")[0]!;
  const ada = await RawClient.join(`${syncUrl}/plans`);
  ada.doc.getMap("shapes").set("before", true);
  await ada.saved();
  await disk.break("silent");

  let isAnswered = false;
  const asked = fetch(`${url}/api/rooms/plans`, {
    method: "PATCH",
    headers: { cookie, origin: url, "content-type": "application/json" },
    body: JSON.stringify({ title: "Plans" }),
  }).finally(() => (isAnswered = true));
  while (!isAnswered) {
    clock.advance(100);
    await pass(10);
  }
  const answer = await asked;
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ error: { code: "NOT_SAVED" } });

  await disk.mend();
  const stored = async () => documentOf(await storage.load(PLANS));
  await vi.waitUntil(async () => {
    clock.advance(1_000);
    return titleOf(await stored()) === "Plans";
  });
});
