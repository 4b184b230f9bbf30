import { expect, test } from "vitest";
import { asBoardId } from "@/core/base/ids";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { FailingStorage } from "../support/server-failing-storage";
import { documentOf } from "../support/storage/document-of";

async function openServer() {
  const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
  const { syncUrl } = await startServer({ storage });
  return { storage, syncUrl };
}

test("what is said while the room is loaded is heard once it is, though others have left meanwhile", async () => {
  const { storage, syncUrl } = await openServer();
  storage.holdReads();
  const ada = new RawClient(`${syncUrl}/plans`);
  const ben = new RawClient(`${syncUrl}/plans`);
  for (const person of [ada, ben]) await person.until(() => person.isOpen);
  ben.hello("Ben");
  ben.sync();
  ben.doc.getMap("shapes").set("b", 1);
  ada.socket.terminate();
  await ada.whenClosed();
  storage.release();

  await ben.saved();

  const stored = documentOf(await storage.load(asBoardId("plans")));
  expect(stored.getMap("shapes").toJSON()).toEqual({ b: 1 });
  expect(ben.last("count")?.people).toBe(1);
});

test("whoever comes to a room that cannot be loaded may come again, and finds all of it", async () => {
  const { storage, syncUrl } = await openServer();
  const ada = await RawClient.join(`${syncUrl}/plans`);
  ada.doc.getMap("shapes").set("a", 1);
  await ada.saved();
  const { server: next, syncUrl: nextUrl } = await startServer({ storage });
  storage.isUnreadable = true;

  // With a document of their own, which must not be stored in place of the room's.
  const ben = new RawClient(`${nextUrl}/plans`);
  ben.doc.getMap("shapes").set("b", 1);
  expect(await ben.whenClosed()).toEqual({
    code: 1011,
    reason: "ROOM_NOT_LOADED",
  });
  storage.isUnreadable = false;
  const again = await RawClient.join(`${nextUrl}/plans`, "Ben", {
    doc: ben.doc,
  });
  await again.saved();

  expect(again.doc.getMap("shapes").toJSON()).toEqual({ a: 1, b: 1 });
  expect(next.isReady).toBe(true);
});
