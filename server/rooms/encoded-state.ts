/** Below this many bytes of updates it is not worth encoding the document anew. */
const MIN_TAIL_BYTES = 256 * 1024;

/** A document as bytes: all of it at some moment, and the updates since. Applied together they give the document. */
export interface StateParts {
  readonly base: Uint8Array;
  readonly tail: readonly Uint8Array[];
}

/**
 * Keeps a live document's bytes at hand, so that nothing is encoded again for each one who joins, and so that the document can be
 * built anew. The document is encoded when the updates since the last time have grown as large as the whole was then: each byte
 * is encoded about once.
 */
export class EncodedState {
  readonly #encode: () => Uint8Array;
  #base: Uint8Array;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;

  /** @param encode Encodes the whole document as it is. */
  constructor(encode: () => Uint8Array) {
    this.#encode = encode;
    this.#base = encode();
  }

  /** At least what the encoded document measures now. */
  get byteLength(): number {
    return this.#base.byteLength + this.#tailBytes;
  }

  /** What it measured when it was encoded last. */
  get measuredBytes(): number {
    return this.#base.byteLength;
  }

  get parts(): StateParts {
    return { base: this.#base, tail: this.#tail };
  }

  add(update: Uint8Array): void {
    this.#tail.push(update);
    this.#tailBytes += update.byteLength;
    const limit = Math.max(MIN_TAIL_BYTES, this.#base.byteLength);
    if (this.#tailBytes > limit) this.refresh();
  }

  /** Encodes the document anew, if it has changed. */
  refresh(): void {
    if (this.#tail.length === 0) return;
    this.#base = this.#encode();
    this.#tail = [];
    this.#tailBytes = 0;
  }
}
