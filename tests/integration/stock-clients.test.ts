import { describe, expect, test, vi } from "vitest";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { joinStock } from "../support/stock-client";

describe("stock y-websocket clients", () => {
  test("exchange documents and awareness through the server", async () => {
    const { syncUrl } = await startServer();
    const ada = await joinStock(syncUrl, "plans");
    const ben = await joinStock(syncUrl, "plans");

    ada.doc.getMap("shapes").set("a", 1);
    ben.doc.getMap("shapes").set("b", 2);
    ada.provider.awareness.setLocalState({ name: "Ada" });

    await vi.waitUntil(
      () =>
        ada.doc.getMap("shapes").size === 2 &&
        ben.doc.getMap("shapes").size === 2,
    );
    await vi.waitUntil(() =>
      ben.provider.awareness.getStates().has(ada.doc.clientID),
    );
    expect(ben.provider.awareness.getStates().get(ada.doc.clientID)).toEqual({
      name: "Ada",
    });
  });

  test("share a room with our own", async () => {
    const { syncUrl } = await startServer();
    const ada = await joinStock(syncUrl, "plans");
    const cleo = await joinStock(syncUrl, "plans");
    const ben = await RawClient.join(`${syncUrl}/plans`, "Ben");

    ada.doc.getMap("shapes").set("a", 1);
    ben.doc.getMap("shapes").set("b", 2);
    cleo.doc.getMap("shapes").set("c", 3);

    for (const { doc } of [ada, cleo])
      await vi.waitUntil(() => doc.getMap("shapes").size === 3);
    await ben.until(() => ben.doc.getMap("shapes").size === 3);
    expect(ben.last("count")?.people).toBe(3);
  });
});
