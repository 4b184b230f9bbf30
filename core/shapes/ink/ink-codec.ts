import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

import type { InkPoint } from "./ink-point";

/** A hand that never lifts the pen draws about this many samples in a minute and a half. */
export const MAX_INK_POINTS = 10_000;

/** Board units a sample is rounded to: finer than any screen shows at 800 %. */
const STEPS_PER_UNIT = 10;
const PRESSURE_STEPS = 255;
/** Steps from a stroke's origin; nobody's stroke is a million units wide. */
const MAX_STEPS = 1_000_000 * STEPS_PER_UNIT;
const UNMEASURED_PRESSURE = 0.5;

const VERSION = 1;
const PRESSURE_FLAG = 0x80;
const HEADER_BYTES = 8;
/** The header, and each point with both deltas at their longest. */
export const MAX_INK_BYTES = HEADER_BYTES + MAX_INK_POINTS * 11;

export interface Ink {
  readonly points: readonly InkPoint[];
  readonly hasPressure: boolean;
}

/**
 * Packs a stroke: about 3 bytes a point with pressure, 2 without. Coordinates are rounded to 0.1, pressure to 1/255.
 *
 * `ink := uint8(1, plus 128 with pressure) • varUint(count) • inkPoints`
 */
export function encodeInk({ points, hasPressure }: Ink): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, VERSION | (hasPressure ? PRESSURE_FLAG : 0));
  encoding.writeVarUint(encoder, points.length);
  writeInkPoints(encoder, points, hasPressure);
  return encoding.toUint8Array(encoder);
}

/** The stroke that `encodeInk` packed; undefined for anything else. Never throws. */
export function decodeInk(bytes: Uint8Array): Ink | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const header = decoding.readUint8(decoder);
    const hasPressure = (header & PRESSURE_FLAG) !== 0;
    if ((header & ~PRESSURE_FLAG) !== VERSION) return undefined;
    const count = decoding.readVarUint(decoder);
    const points = readInkPoints(decoder, count, hasPressure);
    if (points.length === 0 || decoding.hasContent(decoder)) return undefined;
    return { points, hasPressure };
  } catch {
    // The bytes end too early, or a number is too long or too large: nobody packed them.
    return undefined;
  }
}

/**
 * Writes the points of a stroke, or of one batch of it. The reader must be told their number.
 *
 * `inkPoints := { varInt(Δx · 10) • varInt(Δy · 10) • [uint8(pressure · 255)] }`, where Δ is the way from the point before,
 * and for the first one written from the stroke's origin: so each batch can be read without those before it.
 */
export function writeInkPoints(
  encoder: encoding.Encoder,
  points: readonly InkPoint[],
  hasPressure: boolean,
): void {
  let lastX = 0;
  let lastY = 0;
  for (const point of points) {
    const x = toSteps(point.x);
    const y = toSteps(point.y);
    encoding.writeVarInt(encoder, x - lastX);
    encoding.writeVarInt(encoder, y - lastY);
    if (hasPressure) {
      const pressure = Math.max(0, Math.min(1, point.pressure));
      encoding.writeUint8(encoder, Math.round(pressure * PRESSURE_STEPS));
    }
    lastX = x;
    lastY = y;
  }
}

/** Reads what `writeInkPoints` wrote. Throws on bytes that it cannot have written, and on more than MAX_INK_POINTS. */
export function readInkPoints(
  decoder: decoding.Decoder,
  count: number,
  hasPressure: boolean,
): InkPoint[] {
  if (count > MAX_INK_POINTS) {
    throw new RangeError(
      `A stroke of ${count} points; ${MAX_INK_POINTS} are allowed.`,
    );
  }
  const points: InkPoint[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    x += decoding.readVarInt(decoder);
    y += decoding.readVarInt(decoder);
    if (Math.abs(x) > MAX_STEPS || Math.abs(y) > MAX_STEPS) {
      throw new RangeError("A point too far from its stroke's origin.");
    }
    const pressure = hasPressure
      ? decoding.readUint8(decoder) / PRESSURE_STEPS
      : UNMEASURED_PRESSURE;
    // lib0 checks no end here: behind it, it reads zeros, and pressures that are no number.
    if (decoder.pos > decoder.arr.length) {
      throw new RangeError("The bytes end within a stroke.");
    }
    points.push({ x: x / STEPS_PER_UNIT, y: y / STEPS_PER_UNIT, pressure });
  }
  return points;
}

/** Limited on writing as on reading, so that whatever was written can be read. */
function toSteps(coordinate: number): number {
  const steps = Math.round(coordinate * STEPS_PER_UNIT);
  return Math.max(-MAX_STEPS, Math.min(MAX_STEPS, steps));
}
