import { describe, expect, onTestFinished, test, vi } from "vitest";
import { LEAVE_GRACE_MS, PING_INTERVAL_MS } from "@/core/protocol/limits";
import { FakeClock } from "../support/fake-clock";
import { RawClient } from "../support/raw-client";
import { startServerInMemory } from "../support/server";
import { TcpProxy } from "../support/tcp-proxy";

/** Ada in a room, and a way for Ben to come, over a line of his own and always as the same person. */
async function openRoom() {
  const clock = new FakeClock();
  const { server, url, syncUrl } = await startServerInMemory({ clock });
  const line = await TcpProxy.to(server.port);
  onTestFinished(() => line.close());
  const visit = await fetch(`${url}/`);
  const cookie = visit.headers.get("set-cookie")!.split(";")[0]!;
  const ada = await RawClient.join(`${syncUrl}/plans`);
  const joinBen = () =>
    RawClient.join(`ws://127.0.0.1:${line.port}/sync/plans`, "Ben", {
      // As the page of that address sends it: without it a cookie does not count.
      origin: `http://127.0.0.1:${line.port}`,
      headers: { cookie },
    });
  const left = () => ada.all("roster").flatMap((one) => one.left).length;
  /** Lets the room's ticks pass until `condition` holds. */
  const until = (condition: () => boolean) =>
    vi.waitUntil(
      () => {
        clock.advance(20);
        return condition();
      },
      { timeout: 3_000 },
    );
  const haveLeft = (connections: number) => until(() => left() === connections);
  const counts = () => ada.all("count").map(({ people }) => people);
  return { clock, line, ada, joinBen, until, haveLeft, counts };
}

describe("the count that the others see", () => {
  test("does not move while a person reloads the page", async () => {
    const { clock, ada, joinBen, haveLeft, counts } = await openRoom();
    const ben = await joinBen();
    await ben.leave();
    await haveLeft(1);
    clock.advance(LEAVE_GRACE_MS - 1_000);

    await joinBen();
    clock.advance(LEAVE_GRACE_MS * 2);
    ada.control({ kind: "chat-history" });
    await ada.until(() => ada.has("chat-history"));

    expect(counts()).toEqual([1, 2]);
  });

  test("falls when a line is dead, and counts once whoever wakes and comes again", async () => {
    const { clock, line, ada, joinBen, until, haveLeft, counts } =
      await openRoom();
    await joinBen();
    line.silence();
    clock.advance(PING_INTERVAL_MS);
    // Ada's pong has to be here before the next ping.
    ada.control({ kind: "chat-history" });
    await ada.until(() => ada.has("chat-history"));
    clock.advance(PING_INTERVAL_MS);
    await haveLeft(1);
    clock.advance(LEAVE_GRACE_MS);
    await until(() => counts().length === 3);

    line.mend();
    await joinBen();
    await until(() => counts().length === 4);

    expect(counts()).toEqual([1, 2, 1, 2]);
    expect(ada.isOpen).toBe(true);
  });
});
