import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { asShapeId, type ShapeId } from "../base/ids";
import type { Box } from "../geometry/box";
import { boardPoint, type BoardPoint } from "../geometry/point";
import { MAX_COORDINATE, MAX_ENTRY_SHAPES, MAX_LIVE_ID_LENGTH } from "./limits";
import { ProtocolError } from "./protocol-error";

const LIVE_ID = /^[\x21-\x7e]+$/;

/** Steps a unit in which points are written. */
export const TENTHS = 10;
/** The document's own steps: what is written in these looks as it will on the board. */
export const HUNDREDTHS = 100;
/** For points that others are turned or stretched about, which makes a small difference larger. */
export const FINE = 10_000;

/** Ends the reading of a frame. `what` was wrong. */
export function refuse(what: string): never {
  throw new ProtocolError("BAD_LIVE", what);
}

/** `value` within ±`max`; 0 for what is no number. Limited on writing as on reading, so that whatever was written can be read. */
export const bounded = (value: number, max: number): number =>
  Math.max(-max, Math.min(max, Number.isNaN(value) ? 0 : value));

/** `point := varInt(x) • varInt(y)`, in so many steps a unit. */
export function writePoint(
  encoder: encoding.Encoder,
  { x, y }: BoardPoint,
  steps: number,
): void {
  const toSteps = (value: number) =>
    Math.round(bounded(value, MAX_COORDINATE) * steps);
  encoding.writeVarInt(encoder, toSteps(x));
  encoding.writeVarInt(encoder, toSteps(y));
}

export function readPoint(
  decoder: decoding.Decoder,
  steps: number,
): BoardPoint {
  const x = decoding.readVarInt(decoder) / steps;
  const y = decoding.readVarInt(decoder) / steps;
  if (Math.abs(x) > MAX_COORDINATE || Math.abs(y) > MAX_COORDINATE)
    refuse("point");
  return boardPoint(x, y);
}

/** `box := point: top left • point: bottom right` */
export function writeBox(
  encoder: encoding.Encoder,
  { minX, minY, maxX, maxY }: Box,
  steps: number,
): void {
  writePoint(encoder, boardPoint(minX, minY), steps);
  writePoint(encoder, boardPoint(maxX, maxY), steps);
}

/** A box with an area. */
export function readBox(decoder: decoding.Decoder, steps: number): Box {
  const { x: minX, y: minY } = readPoint(decoder, steps);
  const { x: maxX, y: maxY } = readPoint(decoder, steps);
  if (minX >= maxX || minY >= maxY) refuse("box");
  return { minX, minY, maxX, maxY };
}

/** A number within ±`max`, to seven digits. */
export function writeFloat(
  encoder: encoding.Encoder,
  value: number,
  max: number,
): void {
  encoding.writeFloat32(encoder, bounded(value, max));
}

export function readFloat(decoder: decoding.Decoder, max: number): number {
  const value = decoding.readFloat32(decoder);
  // The writer's limit, too, was rounded to seven digits.
  if (!(Math.abs(value) <= Math.fround(max))) refuse("number");
  return value;
}

/** Whether a live entry can carry the id. Those that boards give can; what else is in a document need not. */
export const isLiveId = (id: string): boolean =>
  id.length <= MAX_LIVE_ID_LENGTH && LIVE_ID.test(id);

export function readId(decoder: decoding.Decoder): ShapeId {
  const id = decoding.readVarString(decoder);
  if (!isLiveId(id)) refuse("shape id");
  return asShapeId(id);
}

/** `ids := varUint(count) • varString(id)+` */
export function writeIds(
  encoder: encoding.Encoder,
  ids: readonly ShapeId[],
): void {
  encoding.writeVarUint(encoder, ids.length);
  for (const id of ids) encoding.writeVarString(encoder, id);
}

export function readIds(decoder: decoding.Decoder): ShapeId[] {
  const count = readCount(decoder, MAX_ENTRY_SHAPES);
  return Array.from({ length: count }, () => readId(decoder));
}

/** A number from 1 to `max`. */
export function readCount(decoder: decoding.Decoder, max: number): number {
  const count = decoding.readVarUint(decoder);
  if (count === 0 || count > max) refuse("count");
  return count;
}

/** `varBytes` of at most `max` bytes. */
export function readBytes(decoder: decoding.Decoder, max: number): Uint8Array {
  const bytes = decoding.readVarUint8Array(decoder);
  if (bytes.byteLength > max) refuse("bytes");
  return bytes;
}
