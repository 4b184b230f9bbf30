import { setTimeout as sleep } from "node:timers/promises";
import { asShapeId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import type { LiveEntry } from "@/core/protocol/live-message";
import { printTable } from "../storage/report";
import type { BenchClient } from "./bench-client";
import { openBenchRoom } from "./bench-room";

// What others' cursors and strokes cost one who watches, in bytes of TCP, headers and all. Everybody sends 30 times a second.

const SEND_INTERVAL_MS = 33;
const SENDS = 150;
/** A pen at 120 points a second. */
const POINTS_PER_SEND = 4;

const random = seededRandom(1);
/** A step of a hand at moderate speed, in board units. */
const step = () => (random.next() - 0.5) * 24;

const rows: (string | number)[][] = [
  ["people moving", "a cursor move", "an ink point"],
];
for (const people of [1, 10, 50]) {
  const room = await openBenchRoom();
  const watcher = await room.join();
  const moving: BenchClient[] = [];
  for (let i = 0; i < people; i++) moving.push(await room.join());
  const cursor = await measure(watcher, moving, cursorMoves());
  const stroke = await measure(watcher, moving, strokePoints());
  rows.push([`${people}`, cursor, stroke / POINTS_PER_SEND]);
  await room.close();
}
printTable("Bytes at the receiver", rows);

/** Bytes that the watcher receives for each entry that it is told of. */
async function measure(
  watcher: BenchClient,
  moving: readonly BenchClient[],
  next: (i: number) => LiveEntry[],
): Promise<number> {
  let heard = 0;
  watcher.onLive(() => (heard += 1));
  const before = watcher.bytesRead;
  for (let i = 0; i < SENDS; i++) {
    for (const client of moving) client.gesture(...next(i));
    await sleep(SEND_INTERVAL_MS);
  }
  return (watcher.bytesRead - before) / heard;
}

function cursorMoves(): () => LiveEntry[] {
  const at = { x: 800, y: 600 };
  return () => {
    at.x += step();
    at.y += step();
    return [{ kind: "cursor", at: { ...at } }];
  };
}

function strokePoints(): (i: number) => LiveEntry[] {
  const at = { x: 0, y: 0 };
  const begin: LiveEntry = {
    kind: "begin",
    gesture: 1,
    what: "ink",
    shape: asShapeId("a-shape-of-bench"),
    at,
    stroke: "#1971c2",
    strokeWidth: 2,
    opacity: 1,
    hasPressure: true,
  };
  return (i) => {
    const points = Array.from({ length: POINTS_PER_SEND }, () => ({
      x: (at.x += step() / POINTS_PER_SEND),
      y: (at.y += step() / POINTS_PER_SEND),
      pressure: random.next(),
    }));
    const stroke: LiveEntry = {
      kind: "stroke",
      gesture: 1,
      first: i * POINTS_PER_SEND,
      hasPressure: true,
      points,
    };
    return i === 0 ? [begin, stroke] : [stroke];
  };
}
