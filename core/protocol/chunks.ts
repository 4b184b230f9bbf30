import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { CHUNK_BYTES, MAX_ROOM_BYTES } from "./limits";
import { MessageType } from "./message-type";
import { ProtocolError } from "./protocol-error";

/** Room beside the document for what a message carries around it. */
const MAX_TOTAL_BYTES = MAX_ROOM_BYTES + CHUNK_BYTES;

/**
 * The WebSocket messages that carry `message`: itself when it is short, else its parts, to be sent in this order with no other
 * chunk between them.
 *
 * `chunk := varUint(66) • varUint(total bytes) • varUint(offset) • rest of the message: the part`
 */
export function splitIntoChunks(message: Uint8Array): Uint8Array[] {
  if (message.byteLength <= CHUNK_BYTES) return [message];
  const chunks: Uint8Array[] = [];
  for (let offset = 0; offset < message.byteLength; offset += CHUNK_BYTES) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageType.chunk);
    encoding.writeVarUint(encoder, message.byteLength);
    encoding.writeVarUint(encoder, offset);
    encoding.writeUint8Array(
      encoder,
      message.subarray(offset, offset + CHUNK_BYTES),
    );
    chunks.push(encoding.toUint8Array(encoder));
  }
  return chunks;
}

/** Puts one connection's chunks together again. */
export class ChunkAssembler {
  #parts: Uint8Array[] = [];
  #total = 0;
  #received = 0;

  /**
   * Takes a chunk after its type and returns the whole message when this was its last part.
   * Throws a ProtocolError when it does not follow from the chunk before or promises too much.
   */
  receive(decoder: decoding.Decoder): Uint8Array | undefined {
    const total = decoding.readVarUint(decoder);
    const offset = decoding.readVarUint(decoder);
    const part = decoding.readTailAsUint8Array(decoder);
    if (total > MAX_TOTAL_BYTES) throw new ProtocolError("TOO_LARGE");
    const isNext =
      offset === this.#received && (offset === 0 || total === this.#total);
    const end = offset + part.byteLength;
    // All but the last are full: of smaller parts each would cost more to keep than it holds.
    const isWhole = end === total || part.byteLength === CHUNK_BYTES;
    if (!isNext || part.byteLength === 0 || end > total || !isWhole)
      throw new ProtocolError("BAD_CHUNK");
    this.#total = total;
    // Parts, not one buffer of the promised size: a promise alone must not cost memory.
    this.#parts.push(part.slice());
    this.#received += part.byteLength;
    return this.#received === total ? this.#take() : undefined;
  }

  #take(): Uint8Array {
    const message = new Uint8Array(this.#total);
    let offset = 0;
    for (const part of this.#parts) {
      message.set(part, offset);
      offset += part.byteLength;
    }
    this.#parts = [];
    this.#received = 0;
    this.#total = 0;
    return message;
  }
}
