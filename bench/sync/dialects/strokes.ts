import { asShapeId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { encodeLive } from "@/core/protocol/live-codec";
import type { InkPoint } from "@/core/shapes/ink/ink-point";
import type { LiveEntry } from "@/core/protocol/live-message";
import { cursor, readVarInt, readVarUint } from "../measure/bytes";
import { clientFrame, RawSocket } from "../measure/raw-socket";
import { openOurs } from "./live";
import type { Arrived, Join } from "./member";

// Strokes in our own live lane, as our client sends them: the points of a pen in 30 frames a second. What is said has the number of
// its point.

/** Board units in a second, at most: the moderate speed of bench/wire/bytes.ts. */
const SPEED = 24 * 30;
/** In which they are sent; a second. */
export const FRAMES = 30;
const STROKE_ENTRY = 3;
const OTHER_ENTRIES = new Set([1]);
/** Which member has which slot, for each room. */
const slots = new Map<string, Map<number, number>>();

export interface Pen {
  /** Points. */
  readonly perSecond: number;
  readonly pointsPerFrame: number;
}

export const joinOurStrokes =
  (pen: Pen): Join =>
  async (options) => {
    const { port, room, index, random, arrived } = options;
    const senders = slots.get(room) ?? new Map<number, number>();
    slots.set(room, senders);
    const { socket } = await openOurs({
      port,
      room,
      index,
      onSlot: (slot) => senders.set(slot, index),
      onLive(bytes, start, end) {
        const now = performance.now();
        cursor.at = start;
        while (cursor.at < end) {
          const sender = senders.get(readVarUint(bytes))!;
          const kind = readVarUint(bytes);
          // The frame with the begin has nothing else in it.
          if (OTHER_ENTRIES.has(kind)) return;
          if (kind !== STROKE_ENTRY) throw new Error("No stroke.");
          readPoints(bytes, (number) => {
            if (sender !== index) arrived(sender, number, now);
          });
        }
      },
    });
    return { socket, say: drawOn(socket, { ...pen, random }) };
  };

/** The same frames or smaller ones, to which the floor adds nothing. The sender stands before each. */
export const joinFloorStrokes =
  (pen: Pen): Join =>
  async (options) => {
    const { port, room, index, random, arrived } = options;
    const socket = await RawSocket.open({
      port,
      path: `/${room}`,
      onMessage: (bytes, start) => readRelayed(bytes, { start, arrived }),
    });
    return {
      socket,
      say: drawOn(socket, { ...pen, random, before: Uint8Array.of(index) }),
    };
  };

function readRelayed(
  bytes: Buffer,
  { start, arrived }: { start: number; arrived: Arrived },
): void {
  cursor.at = start;
  const sender = bytes[cursor.at++]!;
  cursor.at += 1; // the type of live frames
  if (readVarUint(bytes) !== STROKE_ENTRY) return;
  const now = performance.now();
  readPoints(bytes, (number) => arrived(sender, number, now));
}

/** The rest of a stroke's entry. */
function readPoints(bytes: Uint8Array, take: (number: number) => void): void {
  readVarUint(bytes); // the gesture
  const first = readVarUint(bytes);
  const count = readVarUint(bytes) >> 1;
  for (let i = 0; i < count; i++) {
    readVarInt(bytes);
    readVarInt(bytes);
    take(first + i);
  }
}

interface Hand extends Pen {
  readonly random: Random;
  /** What stands before each message. */
  readonly before?: Uint8Array;
}

/** Sends the points in frames, as they come. */
function drawOn(
  socket: RawSocket,
  { random, perSecond, pointsPerFrame, before = new Uint8Array(0) }: Hand,
): (number: number) => void {
  const at = { x: 0, y: 0 };
  const points: InkPoint[] = [];
  const send = (entry: LiveEntry) =>
    socket.send(clientFrame(Buffer.concat([before, encodeLive([entry])])));
  const step = () => ((random.next() - 0.5) * SPEED) / perSecond;
  return (number) => {
    if (number === 0) send(beginAt(at));
    at.x += step();
    at.y += step();
    points.push({ ...at, pressure: 0.5 });
    if (points.length < pointsPerFrame) return;
    send({
      kind: "stroke",
      gesture: 1,
      first: number + 1 - points.length,
      hasPressure: false,
      points: points.splice(0),
    });
  };
}

function beginAt(at: { x: number; y: number }): LiveEntry {
  return {
    kind: "begin",
    gesture: 1,
    what: "ink",
    shape: asShapeId("a-shape-of-bench"),
    at: { ...at },
    stroke: "#1971c2",
    strokeWidth: 2,
    opacity: 1,
    hasPressure: false,
  };
}
