const CONTINUATION = 0x00;
const BINARY = 0x02;
const FINAL = 0x80;

/** Complete WebSocket frames, one after the other in one buffer that can be written to any number of sockets. */
export interface Frames {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/**
 * The header of one unmasked frame, as a server sends it: 2, 4 or 10 bytes.
 *
 * @param firstByte Opcode and FIN bit.
 */
function writeHeader(
  target: Uint8Array,
  at: number,
  firstByte: number,
  length: number,
): number {
  target[at] = firstByte;
  const view = new DataView(target.buffer, target.byteOffset);
  if (length < 126) {
    target[at + 1] = length;
    return at + 2;
  }
  if (length < 65_536) {
    target[at + 1] = 126;
    view.setUint16(at + 2, length);
    return at + 4;
  }
  target[at + 1] = 127;
  view.setBigUint64(at + 2, BigInt(length));
  return at + 10;
}

/** How long the header is of a frame with so many bytes. */
export function headerBytes(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

/** The messages as frames, one each. */
export function joinFrames(messages: readonly Uint8Array[]): Frames {
  let total = 0;
  for (const { byteLength } of messages)
    total += headerBytes(byteLength) + byteLength;
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const message of messages) {
    at = writeHeader(bytes, at, BINARY | FINAL, message.byteLength);
    bytes.set(message, at);
    at += message.byteLength;
  }
  return { bytes, count: messages.length };
}

/** One message cut into fragments of `size` bytes. Only control frames may come between them. */
export function fragmentFrames(message: Uint8Array, size: number): Frames[] {
  const frames: Frames[] = [];
  for (let start = 0; start < message.byteLength; start += size) {
    const part = message.subarray(start, start + size);
    const isLast = start + size >= message.byteLength;
    const opcode = start === 0 ? BINARY : CONTINUATION;
    const bytes = new Uint8Array(
      headerBytes(part.byteLength) + part.byteLength,
    );
    const firstByte = opcode | (isLast ? FINAL : 0);
    bytes.set(part, writeHeader(bytes, 0, firstByte, part.byteLength));
    frames.push({ bytes, count: 1 });
  }
  return frames;
}
