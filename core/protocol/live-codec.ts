import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { unreachable } from "../base/assert";
import { asShapeId } from "../base/ids";
import type { BoardPoint } from "../geometry/point";
import { readInkPoints, writeInkPoints } from "../shapes/ink/ink-codec";
import type {
  LiveBegin,
  LiveEntry,
  LiveStroke,
  SlottedEntry,
} from "./live-message";
import { MessageType } from "./message-type";
import { ProtocolError } from "./protocol-error";

const KIND = { begin: 1, cursor: 2, stroke: 3, end: 4, cancel: 5 } as const;

/** The only kind of gesture until shapes can be dragged and resized. */
const INK_GESTURE = 0;

const MAX_ID_LENGTH = 64;
const MAX_POINTS = 1000;

/** `live := varUint(65) • entry+`, from a member to the server. */
export function encodeLive(entries: readonly LiveEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.live);
    for (const entry of entries) writeLiveEntry(encoder, entry);
  });
}

/** Reads a member's live frame after its type. Throws a ProtocolError when it is not one to the last byte. */
export function readLive(decoder: decoding.Decoder): LiveEntry[] {
  const entries: LiveEntry[] = [];
  while (decoding.hasContent(decoder)) entries.push(readLiveEntry(decoder));
  if (entries.length === 0) throw new ProtocolError("BAD_LIVE", "empty");
  return entries;
}

/** `slotted live := varUint(65) • (varUint(slot) • entry)+`, from the server to the room. */
export function encodeSlottedLive(
  entries: readonly SlottedEntry[],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.live);
    for (const { slot, entry } of entries) {
      encoding.writeVarUint(encoder, slot);
      writeLiveEntry(encoder, entry);
    }
  });
}

/** Reads the server's live frame after its type. Throws a ProtocolError when it is not one to the last byte. */
export function readSlottedLive(decoder: decoding.Decoder): SlottedEntry[] {
  const entries: SlottedEntry[] = [];
  while (decoding.hasContent(decoder)) {
    const slot = decoding.readVarUint(decoder);
    entries.push({ slot, entry: readLiveEntry(decoder) });
  }
  return entries;
}

/**
 * ```
 * entry  := begin | cursor | stroke | end | cancel
 * begin  := varUint(1) • gesture • varUint(0) • varString(shape) • point • varString(stroke) • varUint(width in 0.1) • uint8(hasPressure)
 * cursor := varUint(2) • point
 * stroke := varUint(3) • gesture • varUint(first) • varUint(count × 2 + hasPressure) • ink points
 * end    := varUint(4) • gesture
 * cancel := varUint(5) • gesture
 * gesture := varUint        point := varInt(x in 0.1) • varInt(y in 0.1)
 * ```
 */
function writeLiveEntry(encoder: encoding.Encoder, entry: LiveEntry): void {
  encoding.writeVarUint(encoder, KIND[entry.kind]);
  switch (entry.kind) {
    case "begin":
      encoding.writeVarUint(encoder, entry.gesture);
      encoding.writeVarUint(encoder, INK_GESTURE);
      encoding.writeVarString(encoder, entry.shape);
      writePoint(encoder, entry.at);
      encoding.writeVarString(encoder, entry.stroke);
      encoding.writeVarUint(encoder, Math.round(entry.strokeWidth * 10));
      encoding.writeUint8(encoder, entry.hasPressure ? 1 : 0);
      return;
    case "cursor":
      return writePoint(encoder, entry.at);
    case "stroke": {
      const { points, hasPressure } = entry;
      encoding.writeVarUint(encoder, entry.gesture);
      encoding.writeVarUint(encoder, entry.first);
      encoding.writeVarUint(encoder, points.length * 2 + (hasPressure ? 1 : 0));
      return writeInkPoints(encoder, points, hasPressure);
    }
    case "end":
    case "cancel":
      return encoding.writeVarUint(encoder, entry.gesture);
    default:
      unreachable(entry);
  }
}

function readLiveEntry(decoder: decoding.Decoder): LiveEntry {
  const entry = tryReadLiveEntry(decoder);
  // Some of lib0's readers run past the end without a word.
  if (!entry || decoder.pos > decoder.arr.length)
    throw new ProtocolError("BAD_LIVE", "cut off");
  return entry;
}

/** Undefined when lib0 noticed the end of the bytes. */
function tryReadLiveEntry(decoder: decoding.Decoder): LiveEntry | undefined {
  try {
    return readByKind(decoder, decoding.readVarUint(decoder));
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    return undefined;
  }
}

function readByKind(decoder: decoding.Decoder, kind: number): LiveEntry {
  if (kind === KIND.cursor) return { kind: "cursor", at: readPoint(decoder) };
  const gesture = decoding.readVarUint(decoder);
  switch (kind) {
    case KIND.begin:
      return readBegin(decoder, gesture);
    case KIND.stroke:
      return readStroke(decoder, gesture);
    case KIND.end:
      return { kind: "end", gesture };
    case KIND.cancel:
      return { kind: "cancel", gesture };
    default:
      throw new ProtocolError("BAD_LIVE", "unknown kind");
  }
}

function readBegin(decoder: decoding.Decoder, gesture: number): LiveBegin {
  const gestureKind = decoding.readVarUint(decoder);
  const shape = decoding.readVarString(decoder);
  const at = readPoint(decoder);
  const stroke = decoding.readVarString(decoder);
  const strokeWidth = decoding.readVarUint(decoder) / 10;
  const hasPressure = decoding.readUint8(decoder) === 1;
  const isValid =
    gestureKind === INK_GESTURE &&
    shape.length > 0 &&
    shape.length <= MAX_ID_LENGTH &&
    /^#[0-9a-f]{6}$/.test(stroke) &&
    strokeWidth > 0 &&
    strokeWidth <= 100;
  if (!isValid) throw new ProtocolError("BAD_LIVE", "begin");
  return {
    kind: "begin",
    gesture,
    shape: asShapeId(shape),
    at,
    stroke,
    strokeWidth,
    hasPressure,
  };
}

function readStroke(decoder: decoding.Decoder, gesture: number): LiveStroke {
  const first = decoding.readVarUint(decoder);
  const countAndFlag = decoding.readVarUint(decoder);
  const hasPressure = countAndFlag % 2 === 1;
  const count = (countAndFlag - (hasPressure ? 1 : 0)) / 2;
  if (count === 0 || count > MAX_POINTS)
    throw new ProtocolError("BAD_LIVE", "stroke");
  const points = readInkPoints(decoder, count, hasPressure);
  return { kind: "stroke", gesture, first, hasPressure, points };
}

function writePoint(encoder: encoding.Encoder, { x, y }: BoardPoint): void {
  encoding.writeVarInt(encoder, Math.round(x * 10));
  encoding.writeVarInt(encoder, Math.round(y * 10));
}

function readPoint(decoder: decoding.Decoder): BoardPoint {
  const x = decoding.readVarInt(decoder) / 10;
  return { x, y: decoding.readVarInt(decoder) / 10 };
}
