export interface FrameShape {
  /** Default: binary, 2. */
  readonly opcode?: number;
  /** Default: true. */
  readonly isFinal?: boolean;
  /** Default: true, as a client must. */
  readonly isMasked?: boolean;
  /** Bits that belong to extensions. Default: 0. */
  readonly reserved?: number;
  /** What the header says of the length. Default: the truth. */
  readonly length?: number;
}

/** A frame as a client writes it, or as it must not. The mask is of zeros, so that the payload stays as it is. */
export function clientFrame(
  payload: Uint8Array,
  shape: FrameShape = {},
): Buffer {
  const { opcode = 2, isFinal = true, isMasked = true, reserved = 0 } = shape;
  const length = shape.length ?? payload.byteLength;
  const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
  const mask = isMasked ? 0x80 : 0;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = first;
  if (length < 126) head[1] = mask | length;
  else if (length < 65_536) {
    head[1] = mask | 126;
    head.writeUInt16BE(length, 2);
  } else {
    head[1] = mask | 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([
    head,
    isMasked ? Buffer.alloc(4) : Buffer.alloc(0),
    payload,
  ]);
}

/** Reads what a server sends, as far as to know when it has answered. */
export class AnswerReader {
  #rest = Buffer.alloc(0);
  #isUpgraded = false;

  /** Whether a pong or a close has come by now. */
  read(data: Buffer): boolean {
    this.#rest = Buffer.concat([this.#rest, data]);
    if (!this.#isUpgraded) {
      const end = this.#rest.indexOf("\r\n\r\n");
      if (end < 0) return false;
      this.#isUpgraded = true;
      this.#rest = this.#rest.subarray(end + 4);
    }
    let isAnswered = false;
    for (;;) {
      const frame = headOf(this.#rest);
      if (!frame || this.#rest.length < frame.bytes) return isAnswered;
      // Close and pong.
      if (frame.opcode === 8 || frame.opcode === 10) isAnswered = true;
      this.#rest = this.#rest.subarray(frame.bytes);
    }
  }
}

/** The opcode and the whole length of the frame that begins here. */
function headOf(data: Buffer) {
  if (data.length < 2) return undefined;
  const opcode = data[0]! & 15;
  const short = data[1]! & 127;
  if (short < 126) return { opcode, bytes: 2 + short };
  if (data.length < 10) return undefined;
  return short === 126
    ? { opcode, bytes: 4 + data.readUInt16BE(2) }
    : { opcode, bytes: 10 + Number(data.readBigUInt64BE(2)) };
}
