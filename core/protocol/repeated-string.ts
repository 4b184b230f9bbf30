import * as decoding from "lib0/decoding";

/** Longer strings are seldom said twice; bytes. */
const MAX_REPEATED = 24;
/** A power of two. */
const KNOWN_STRINGS = 1_024;
const FIRST_NON_ASCII = 128;

/** The last string that was read for each hash. */
const known = new Array<string>(KNOWN_STRINGS).fill("");

/**
 * `decoding.readVarString` for strings that are mostly short and mostly said before: those are compared with the bytes and not made again.
 * Throws at a message that ends too early.
 */
export function readRepeatedString(decoder: decoding.Decoder): string {
  const from = decoder.pos;
  const length = decoding.readVarUint(decoder);
  const { arr: bytes, pos: start } = decoder;
  const end = start + length;
  const hash =
    length <= MAX_REPEATED && end <= bytes.length
      ? hashOf(bytes, start, end)
      : undefined;
  if (hash === undefined) {
    decoder.pos = from;
    return decoding.readVarString(decoder);
  }
  decoder.pos = end;
  const place = hash & (KNOWN_STRINGS - 1);
  const candidate = known[place]!;
  if (isWritten(candidate, bytes, start, length)) return candidate;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  known[place] = text;
  return text;
}

/** Undefined where there are other letters than ASCII. */
function hashOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): number | undefined {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= FIRST_NON_ASCII) return undefined;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  // The low bits of the product alone would be those of the last letters.
  return hash ^ (hash >>> 10);
}

function isWritten(
  text: string,
  bytes: Uint8Array,
  start: number,
  length: number,
): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++)
    if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
