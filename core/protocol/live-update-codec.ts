import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { unreachable } from "../base/assert";
import { boardPoint, type BoardPoint } from "../geometry/point";
import { readInkPoints, writeInkPoints } from "../shapes/ink/ink-codec";
import { MAX_ENTRY_POINTS, MAX_TEXT_PLACE_BYTES } from "./limits";
import type { LiveStroke, LiveUpdate } from "./live-message";
import {
  HUNDREDTHS,
  readBytes,
  readCount,
  readIds,
  readPoint,
  refuse,
  TENTHS,
  writeIds,
  writePoint,
} from "./live-values";
import { readTransform, writeTransform } from "./transform-codec";

/**
 * ```
 * stroke    := varUint(3) • gesture • varUint(first) • varUint(count × 2 + has pressure) • ink points
 * draft     := varUint(6) • gesture • point of 0.01(from) • point of 0.01(to - from)
 * transform := varUint(7) • gesture • transform
 * erase     := varUint(8) • gesture • ids
 * laser     := varUint(9) • gesture • varUint(count) • point of 0.1(the first) • { point of 0.1(Δ from the one before) }
 * caret     := varUint(10) • gesture • varBytes(anchor) • varBytes(head)
 * ```
 * Writes what follows the gesture.
 */
export function writeUpdate(
  encoder: encoding.Encoder,
  update: LiveUpdate,
): void {
  switch (update.kind) {
    case "stroke": {
      const { first, points, hasPressure } = update;
      encoding.writeVarUint(encoder, first);
      encoding.writeVarUint(encoder, points.length * 2 + (hasPressure ? 1 : 0));
      return writeInkPoints(encoder, points, hasPressure);
    }
    case "draft":
      return writePoints(encoder, [update.from, update.to], HUNDREDTHS);
    case "transform":
      return writeTransform(encoder, update.transform);
    case "erase":
      return writeIds(encoder, update.shapes);
    case "laser":
      encoding.writeVarUint(encoder, update.points.length);
      return writePoints(encoder, update.points, TENTHS);
    case "caret":
      encoding.writeVarUint8Array(encoder, update.anchor);
      return encoding.writeVarUint8Array(encoder, update.head);
    default:
      unreachable(update);
  }
}

/** Reads what follows the gesture. */
export function readUpdate(
  decoder: decoding.Decoder,
  kind: LiveUpdate["kind"],
  gesture: number,
): LiveUpdate {
  switch (kind) {
    case "stroke":
      return readStroke(decoder, gesture);
    case "draft": {
      const [from, to] = readPoints(decoder, 2, HUNDREDTHS);
      return { kind, gesture, from: from!, to: to! };
    }
    case "transform":
      return { kind, gesture, transform: readTransform(decoder) };
    case "erase":
      return { kind, gesture, shapes: readIds(decoder) };
    case "laser": {
      const count = readCount(decoder, MAX_ENTRY_POINTS);
      return { kind, gesture, points: readPoints(decoder, count, TENTHS) };
    }
    case "caret": {
      const anchor = readBytes(decoder, MAX_TEXT_PLACE_BYTES);
      const head = readBytes(decoder, MAX_TEXT_PLACE_BYTES);
      return { kind, gesture, anchor, head };
    }
    default:
      return unreachable(kind);
  }
}

function readStroke(decoder: decoding.Decoder, gesture: number): LiveStroke {
  const first = decoding.readVarUint(decoder);
  const countAndFlag = decoding.readVarUint(decoder);
  const hasPressure = countAndFlag % 2 === 1;
  const count = (countAndFlag - (hasPressure ? 1 : 0)) / 2;
  if (count === 0 || count > MAX_ENTRY_POINTS) refuse("stroke");
  const points = readInkPoints(decoder, count, hasPressure);
  return { kind: "stroke", gesture, first, hasPressure, points };
}

/** The first as it is, each other as the way from the one before. */
function writePoints(
  encoder: encoding.Encoder,
  points: readonly BoardPoint[],
  steps: number,
): void {
  // Ways between rounded points, so that the errors do not add up.
  const rounded = ({ x, y }: BoardPoint) =>
    boardPoint(Math.round(x * steps) / steps, Math.round(y * steps) / steps);
  let last = boardPoint(0, 0);
  for (const point of points.map(rounded)) {
    writePoint(encoder, boardPoint(point.x - last.x, point.y - last.y), steps);
    last = point;
  }
}

function readPoints(
  decoder: decoding.Decoder,
  count: number,
  steps: number,
): BoardPoint[] {
  let x = 0;
  let y = 0;
  return Array.from({ length: count }, () => {
    const way = readPoint(decoder, steps);
    x += Math.round(way.x * steps);
    y += Math.round(way.y * steps);
    return boardPoint(x / steps, y / steps);
  });
}
