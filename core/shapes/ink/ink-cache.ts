import { decodeInk, encodeInk, type Ink } from "./ink-codec";
import type { InkPoint } from "./ink-point";

interface PackedInk {
  readonly bytes: Uint8Array;
  readonly hasPressure: boolean;
}

// A record hands out the same bytes until they are replaced, and a shape the same points: moving a long stroke packs nothing.
const unpacked = new WeakMap<Uint8Array, Ink>();
const packed = new WeakMap<readonly InkPoint[], PackedInk>();

/** `decodeInk`, remembering what it gave for these bytes. */
export function unpackInk(bytes: Uint8Array): Ink | undefined {
  const known = unpacked.get(bytes);
  if (known) return known;
  const ink = decodeInk(bytes);
  if (ink) {
    unpacked.set(bytes, ink);
    packed.set(ink.points, { bytes, hasPressure: ink.hasPressure });
  }
  return ink;
}

/** `encodeInk`, remembering what it gave for these points. */
export function packInk(ink: Ink): Uint8Array {
  const known = packed.get(ink.points);
  if (known?.hasPressure === ink.hasPressure) return known.bytes;
  const bytes = encodeInk(ink);
  packed.set(ink.points, { bytes, hasPressure: ink.hasPressure });
  return bytes;
}
