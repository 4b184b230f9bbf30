import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { RoomLink } from "@/client/sync/room-link";
import type { OpenSocket } from "@/client/sync/socket";
import { systemClock } from "@/core/base/clock";
import { asBoardId, asUserId } from "@/core/base/ids";
import { systemRandom } from "@/core/base/random";
import { openNodeSocket } from "@/demo/node-socket";
import { keepingNothing } from "@/demo/keeping-nothing";
import { startServerInMemory } from "../support/server";

vi.hoisted(() =>
  vi.useFakeTimers({
    toFake: [
      "Date",
      "setInterval",
      "clearInterval",
      "setTimeout",
      "clearTimeout",
    ],
  }),
);

const opened: string[] = [];

/** Counts the sockets that are opened. */
const openSocket: OpenSocket = (url, events) => {
  opened.push(url);
  return openNodeSocket(url, events);
};

test("a page that is alone on a quiet board keeps its socket for two minutes", async () => {
  const { syncUrl } = await startServerInMemory();
  const link = new RoomLink({
    room: asBoardId("plans"),
    user: asUserId("me"),
    doc: new Y.Doc(),
    syncUrl,
    name: "Ada",
    ...keepingNothing(asBoardId("plans")),
    openSocket,
    talk: { connected() {}, cut() {}, receive() {} },
    clock: systemClock,
    random: systemRandom,
    shapeOf: () => undefined,
    textIndexOf: () => undefined,
  });
  const states = new Set<string>();
  link.connection.connect();
  const isLive = () => link.connection.status.get().state === "live";
  while (!isLive()) await networkTurn();
  link.connection.status.subscribe(() =>
    states.add(link.connection.status.get().state),
  );

  for (let second = 0; second < 120; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    // What either side has written by now has time to arrive.
    for (let turn = 0; turn < 5; turn++) await networkTurn();
  }

  expect([...states]).toEqual([]);
  expect(opened).toHaveLength(1);
  link.dispose();
});

/** Lets what lies in the sockets be read. */
async function networkTurn(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
  await new Promise((resolve) => setImmediate(resolve));
}
