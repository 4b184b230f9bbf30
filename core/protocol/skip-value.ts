import * as decoding from "lib0/decoding";
import { isForbiddenAt } from "./forbidden-key";

const FIRST_NON_ASCII = 128;
/** Of objects and arrays in each other. Reading a value takes as many calls in each other, and nobody's stack is endless. */
const MAX_DEPTH = 64;

/** Reads past a string, or past bytes, which begin with their length alike. */
export function skipString(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder);
  forward(decoder, length);
}

/** Reads past a string and returns its length in UTF-16 units. Throws for one that is not UTF-8. */
export function stringLength(decoder: decoding.Decoder): number {
  const from = decoder.pos;
  const length = decoding.readVarUint(decoder);
  const start = decoder.pos;
  forward(decoder, length);
  for (let i = start; i < decoder.pos; i++)
    if (decoder.arr[i]! >= FIRST_NON_ASCII) {
      decoder.pos = from;
      return decoding.readVarString(decoder).length;
    }
  return length;
}

/**
 * Reads past a value of any type, as lib0 writes them. Throws an Error for one that is malformed, too deep, or has a key that no
 * object may have.
 */
export function skipAny(decoder: decoding.Decoder, depth = 0): void {
  if (depth > MAX_DEPTH) throw new Error("The value is too deep.");
  const type = decoding.readUint8(decoder);
  switch (type) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125: // integer
      decoding.readVarInt(decoder);
      return;
    case 124: // float32
      return forward(decoder, 4);
    case 123: // float64
    case 122: // bigint
      return forward(decoder, 8);
    case 119: // string
      stringLength(decoder);
      return;
    case 116: // bytes
      return skipString(decoder);
    case 118: // object
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        skipKey(decoder);
        skipAny(decoder, depth + 1);
      }
      return;
    case 117: // array
      for (let left = decoding.readVarUint(decoder); left > 0; left--)
        skipAny(decoder, depth + 1);
      return;
    default:
      throw new Error(`Unknown type ${type}.`);
  }
}

function skipKey(decoder: decoding.Decoder): void {
  const from = decoder.pos;
  decoding.readVarUint(decoder);
  const start = decoder.pos;
  decoder.pos = from;
  stringLength(decoder);
  if (isForbiddenAt(decoder.arr, start, decoder.pos))
    throw new Error("No object may have such a key.");
}

function forward(decoder: decoding.Decoder, bytes: number): void {
  decoder.pos += bytes;
  if (decoder.pos > decoder.arr.length)
    throw new Error("The value ends early.");
}
