import { setTimeout as sleep } from "node:timers/promises";
import { asShapeId } from "@/core/base/ids";
import { randomId, seededRandom } from "@/core/base/random";
import type { Transform } from "@/core/geometry/transform";
import { MAX_ENTRY_SHAPES } from "@/core/protocol/limits";
import type { LiveEntry } from "@/core/protocol/live-message";
import { printTable } from "../storage/report";
import { openBenchRoom } from "./bench-room";

// What one person's gesture costs one who watches, in bytes of TCP, headers and all, at 30 steps a second.

const SEND_INTERVAL_MS = 33;
const STEPS = 60;

const random = seededRandom(1);
/** A step of a hand at moderate speed, in board units. */
const step = () => (random.next() - 0.5) * 24;

const rows: (string | number)[][] = [
  ["one person's gesture", "its begin", "a step"],
];
const room = await openBenchRoom();
const watcher = await room.join();
const maker = await room.join();
// What is said of their coming is over then.
await sleep(SEND_INTERVAL_MS * 4);
let gestures = 0;
for (const shapes of [1, 20, 500])
  rows.push([
    `move of ${shapes}`,
    ...(await measureGesture(beginTransform(shapes), moves())),
  ]);
rows.push(
  ["resize", ...(await measureGesture(beginTransform(1), stretches()))],
  ["turn", ...(await measureGesture(beginTransform(1), turns()))],
  ["new rectangle", ...(await measureGesture(beginDraft, drags()))],
  ["laser, one point", ...(await measureGesture(beginLaser, laserPoints()))],
);
await room.close();
printTable("Bytes at the receiver", rows);

type Begin = (gesture: number) => LiveEntry[];
type Step = (gesture: number) => LiveEntry;

/** Bytes that the watcher receives for the begin of a gesture and for each of its steps. */
async function measureGesture(
  begin: Begin,
  step: Step,
): Promise<[begin: number, step: number]> {
  gestures += 1;
  const gesture = gestures;
  const start = watcher.bytesRead;
  maker.gesture(...begin(gesture));
  await sleep(SEND_INTERVAL_MS * 4);
  const begun = watcher.bytesRead;
  for (let i = 0; i < STEPS; i++) {
    maker.gesture(step(gesture));
    await sleep(SEND_INTERVAL_MS);
  }
  await sleep(SEND_INTERVAL_MS * 4);
  const done = watcher.bytesRead;
  maker.gesture({ kind: "end", gesture });
  await sleep(SEND_INTERVAL_MS * 4);
  return [begun - start, (done - begun) / STEPS];
}

function beginTransform(count: number): Begin {
  const ids = Array.from({ length: count }, () => asShapeId(randomId(random)));
  return (gesture) => {
    const begins: LiveEntry[] = [];
    for (let i = 0; i < ids.length; i += MAX_ENTRY_SHAPES)
      begins.push({
        kind: "begin",
        gesture,
        what: "transform",
        shapes: ids.slice(i, i + MAX_ENTRY_SHAPES),
        copies: false,
      });
    return begins;
  };
}

function inSteps(transform: () => Transform): Step {
  return (gesture) => ({ kind: "transform", gesture, transform: transform() });
}

function moves(): Step {
  let x = 0;
  let y = 0;
  return inSteps(() => ({
    kind: "move",
    by: { x: (x += 5 + step()), y: (y += step()) },
  }));
}

function stretches(): Step {
  const about = { x: 812.25, y: 640.5 };
  let x = 1;
  return inSteps(() => {
    x += step() / 100;
    return { kind: "stretch", about, angle: 0, x, y: x };
  });
}

function turns(): Step {
  const about = { x: 812.25, y: 640.5 };
  let angle = 0;
  return inSteps(() => ({ kind: "turn", about, angle: (angle += 0.02) }));
}

function beginDraft(gesture: number): LiveEntry[] {
  const record = JSON.stringify({
    kind: "rectangle",
    at: [812.25, 640.5],
    fill: "#a5d8ff",
    index: "a1V",
  });
  const shape = asShapeId(randomId(random));
  return [{ kind: "begin", gesture, what: "draft", shape, record }];
}

function drags(): Step {
  const from = { x: 812.25, y: 640.5 };
  const to = { ...from };
  return (gesture) => {
    to.x += 5 + step();
    to.y += 3 + step();
    return { kind: "draft", gesture, from, to: { ...to } };
  };
}

function beginLaser(gesture: number): LiveEntry[] {
  return [{ kind: "begin", gesture, what: "laser" }];
}

function laserPoints(): Step {
  const at = { x: 812.25, y: 640.5 };
  return (gesture) => {
    at.x += step();
    at.y += step();
    return { kind: "laser", gesture, points: [{ ...at }] };
  };
}
