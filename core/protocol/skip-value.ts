import * as decoding from "lib0/decoding";

const FIRST_NON_ASCII = 128;

/** Reads past a string, or past bytes, which begin with their length alike. */
export function skipString(decoder: decoding.Decoder): void {
  const length = decoding.readVarUint(decoder);
  forward(decoder, length);
}

/** Reads past a string and returns its length in UTF-16 units. */
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

/** Reads past a value of any type, as lib0 writes them. Throws an Error for one that is malformed. */
export function skipAny(decoder: decoding.Decoder): void {
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
    case 116: // bytes
      return skipString(decoder);
    case 118: // object
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        skipString(decoder);
        skipAny(decoder);
      }
      return;
    case 117: // array
      for (let left = decoding.readVarUint(decoder); left > 0; left--)
        skipAny(decoder);
      return;
    default:
      throw new Error(`Unknown type ${type}.`);
  }
}

function forward(decoder: decoding.Decoder, bytes: number): void {
  decoder.pos += bytes;
  if (decoder.pos > decoder.arr.length)
    throw new Error("The value ends early.");
}
