import { describe, expect, test } from "vitest";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { RawClient } from "../support/raw-client";
import { startServer } from "../support/server";
import { FailingStorage } from "../support/server-failing-storage";

describe("a server that is told to stop", () => {
  test("does not call itself done before everything is stored", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const { server, syncUrl } = await startServer({ storage });
    const ada = await RawClient.join(`${syncUrl}/plans`);
    storage.isFailing = true;
    ada.doc.getMap("shapes").set("a", 1);
    ada.control({ kind: "chat", nonce: "1", text: "Hello" });
    await ada.until(() => ada.has("notice") && ada.has("error"));

    let isDone = false;
    const stopping = server.stop().then(() => (isDone = true));
    await ada.whenClosed();
    expect(server.isReady).toBe(false);
    expect(isDone).toBe(false);
    storage.isFailing = false;
    await stopping;

    expect((await storage.load("plans" as never))?.lastSeq).toBe(1);
  });

  test("sends everybody away, to come back over a while", async () => {
    const { server, syncUrl } = await startServer();
    const people = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        RawClient.join(`${syncUrl}/room-${i % 3}`),
      ),
    );

    await server.stop();

    for (const person of people)
      expect(await person.whenClosed()).toEqual({
        code: 1012,
        reason: "RESTARTING spread=300",
      });
  });

  test("does not wait for ever for members who do not answer", async () => {
    const { server, syncUrl } = await startServer();
    const ada = await RawClient.join(`${syncUrl}/plans`);
    ada.socket.pause();

    await server.stop();

    ada.socket.resume();
    await ada.whenClosed();
  });
});
