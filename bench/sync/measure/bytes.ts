/** Where `readVarUint` has come to. One for all: nothing is allocated for a number that is read. */
export const cursor = { at: 0 };

/** Reads lib0's `varUint` at `cursor.at`. */
export function readVarUint(bytes: Uint8Array): number {
  let value = 0;
  let scale = 1;
  for (;;) {
    const byte = bytes[cursor.at++]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
    scale *= 128;
  }
}

/** Reads lib0's `varInt` at `cursor.at`. */
export function readVarInt(bytes: Uint8Array): number {
  let byte = bytes[cursor.at++]!;
  const sign = byte & 0x40 ? -1 : 1;
  let value = byte & 0x3f;
  let scale = 64;
  while (byte >= 0x80) {
    byte = bytes[cursor.at++]!;
    value += (byte & 0x7f) * scale;
    scale *= 128;
  }
  return value * sign;
}

/** Skips lib0's `varString` or `varBytes`. */
export function skipBytes(bytes: Uint8Array): void {
  const length = readVarUint(bytes);
  cursor.at += length;
}

/** Writes a `varUint` of exactly three bytes: from 16,384 up to 2,097,151. */
export function writeVarUint3(bytes: Uint8Array, at: number, value: number) {
  bytes[at] = 0x80 | (value & 0x7f);
  bytes[at + 1] = 0x80 | ((value >> 7) & 0x7f);
  bytes[at + 2] = value >> 14;
}

/** Writes a `varInt` of exactly three bytes: from 8,192 up to 1,048,575, and below 0 as far. */
export function writeVarInt3(bytes: Uint8Array, at: number, value: number) {
  const size = Math.abs(value);
  bytes[at] = 0x80 | (value < 0 ? 0x40 : 0) | (size & 0x3f);
  bytes[at + 1] = 0x80 | ((size >> 6) & 0x7f);
  bytes[at + 2] = size >> 13;
}
