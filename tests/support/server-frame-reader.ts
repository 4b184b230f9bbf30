/** Reads unmasked WebSocket frames by the letter of RFC 6455, to check what a server writes. */
export class FrameReader {
  #fragments: Uint8Array[] = [];

  /** The messages that are complete within `frames`, which must hold whole frames. Throws on anything that is not one. */
  read(frames: Uint8Array): Uint8Array[] {
    const messages: Uint8Array[] = [];
    const view = new DataView(frames.buffer, frames.byteOffset);
    let at = 0;
    while (at < frames.byteLength) {
      const first = frames[at]!;
      const short = frames[at + 1]!;
      if (short & 0x80) throw new Error("A server must not mask.");
      at += 2;
      let length = short;
      if (short === 126) {
        length = view.getUint16(at);
        at += 2;
      } else if (short === 127) {
        length = Number(view.getBigUint64(at));
        at += 8;
      }
      if (at + length > frames.byteLength) throw new Error("Half a frame.");
      const message = this.#take(first, frames.slice(at, at + length));
      if (message) messages.push(message);
      at += length;
    }
    return messages;
  }

  #take(first: number, payload: Uint8Array): Uint8Array | undefined {
    const isContinuation = (first & 0x0f) === 0;
    if (isContinuation !== this.#fragments.length > 0)
      throw new Error("Something came between the fragments of a message.");
    if (!isContinuation && (first & 0x0f) !== 2)
      throw new Error(`Unexpected opcode ${first & 0x0f}.`);
    this.#fragments.push(payload);
    if (!(first & 0x80)) return undefined;
    const message = Buffer.concat(this.#fragments);
    this.#fragments = [];
    return new Uint8Array(message);
  }
}
