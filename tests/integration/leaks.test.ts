import * as Y from "yjs";
import { expect, test } from "vitest";
import { randomInteger, seededRandom, type Random } from "@/core/base/random";
import { encodeControl } from "@/core/protocol/control-codec";
import { encodeLive } from "@/core/protocol/live-codec";
import { encodeSyncStep1, encodeUpdate } from "@/server/rooms/sync-messages";
import { CountingClock } from "../support/counting-clock";
import { effort } from "../support/effort";
import { type HostileFrames, oneFrame } from "../support/fuzz/hostile-frames";
import { visit } from "../support/fuzz/hostile-visit";
import { clientFrame } from "../support/fuzz/ws-bytes";
import { hurriedClock } from "../support/hurried-clock";
import { beginStroke } from "../support/live-entries";
import { startServer } from "../support/server";
import { metric } from "../support/server-metrics";
import { usedHeap } from "../support/used-heap";

const MIB = 1024 * 1024;
const AT_ONCE = 25;
/** Rooms leave the memory half a minute after the last member has. */
const HURRY = 30;
/** What the test's own process may differ by. */
const SPARE_HEAP_BYTES = 6 * MIB;
/** Both ends of the line over which the test asks for the metrics. */
const OWN_SOCKETS = 2;

const HELLO = oneFrame(
  encodeControl({ kind: "hello", protocol: 1, name: "Eve", clientId: 1 }),
);
const STEP_1 = oneFrame(encodeSyncStep1(Uint8Array.of(0)));
const CHAT = oneFrame(encodeControl({ kind: "chat", nonce: "1", text: "Hi" }));
const GESTURE = oneFrame(encodeLive([beginStroke(1, "shape")]));
const GOODBYE: HostileFrames = {
  bytes: clientFrame(Uint8Array.of(0x03, 0xe8), { opcode: 8 }),
  count: 1,
};

test(`${effort.joins} joins and leaves leave nothing behind`, async () => {
  const clock = new CountingClock(hurriedClock(HURRY));
  const { server, url } = await startServer({ clock });
  const random = seededRandom(1);
  const comeAndGo = async (joins: number, rooms: number) => {
    let left = joins;
    const goOn = async () => {
      while (left-- > 0) {
        const room = `room-${randomInteger(random, rooms)}`;
        const isStock = random.next() < 0.3;
        const isAnswered = await visit(
          { port: server.port, path: `/sync/${room}`, isStock },
          someWork(random, isStock),
        );
        expect(isAnswered).toBe(true);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, goOn));
    await expect
      .poll(() => metric(url, "boardwalk_rooms"), { timeout: 30_000 })
      .toBe(0);
    const heap = await usedHeap();
    return { timers: clock.timers, listeners: listeners(), heap };
  };

  const timersAtFirst = clock.timers;
  const listenersAtFirst = listeners();
  // Whatever is only made once is made by then.
  const before = await comeAndGo(effort.joins / 10, effort.joins / 20);
  const after = await comeAndGo(effort.joins, effort.joins / 20);

  console.log(
    `${effort.joins} joins: heap ${(before.heap / MIB).toFixed(1)} MiB before, ${(after.heap / MIB).toFixed(1)} MiB after`,
  );
  expect(before.timers).toBe(timersAtFirst);
  expect(after.timers).toBe(timersAtFirst);
  expect(after.listeners).toEqual(listenersAtFirst);
  await expect.poll(openSockets).toBeLessThanOrEqual(OWN_SOCKETS);
  expect(after.heap - before.heap).toBeLessThan(SPARE_HEAP_BYTES);
  for (const name of ["sockets", "people", "unsaved_updates", "waiting_bytes"])
    expect(await metric(url, `boardwalk_${name}`)).toBe(0);
});

/** How many listen to each of the process's own events. What listens to a socket or a room is on the heap with it. */
function listeners(): Record<string, number> {
  const names = process.eventNames().map(String);
  return Object.fromEntries(
    names.map((name) => [name, process.listenerCount(name)]),
  );
}

function openSockets(): number {
  const held = process.getActiveResourcesInfo();
  return held.filter((name) => name === "TCPSocketWrap").length;
}

/** What one does between coming and going. */
function someWork(random: Random, isStock: boolean): HostileFrames[] {
  const frames = isStock ? [STEP_1] : [HELLO, STEP_1];
  if (random.next() < 0.3) frames.push(oneFrame(encodeUpdate(drawing(random))));
  if (!isStock && random.next() < 0.3) frames.push(CHAT);
  // Under way when the line breaks off.
  if (!isStock && random.next() < 0.3) frames.push(GESTURE);
  if (random.next() < 0.5) frames.push(GOODBYE);
  return frames;
}

function drawing(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = randomInteger(random, 2 ** 32);
  doc.getMap("drawn").set(`${doc.clientID}`, 1);
  return Y.encodeStateAsUpdate(doc);
}
