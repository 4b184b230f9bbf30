/** Below this many bytes of updates it is not worth encoding the document anew. */
const MIN_TAIL_BYTES = 256 * 1024;
/** A document of so many bytes is encoded within 5 ms. */
const QUICK_BYTES = 256 * 1024;

/** A document as bytes: all of it at some moment, and the updates since. Applied together they give the document. */
export interface StateParts {
  readonly base: Uint8Array;
  readonly tail: readonly Uint8Array[];
}

/** Both encode the whole document. */
export interface StateEncoder {
  /** As it is now. */
  now(): Uint8Array;
  /** Over many turns of the event loop, and as it is at the end of that. */
  inTurns(): Promise<Uint8Array>;
}

/**
 * Keeps a live document's bytes at hand, so that nothing is encoded again for each one who joins, and so that the document can be
 * built anew. The document is encoded when the updates since the last time have grown as large as the whole was then: each byte
 * is encoded about once.
 */
export class EncodedState {
  readonly #encoder: StateEncoder;
  #base: Uint8Array;
  #tail: Uint8Array[];
  #tailBytes: number;
  #isRefreshing = false;

  /** @param parts What the document was built of. */
  constructor({ base, tail }: StateParts, encoder: StateEncoder) {
    this.#encoder = encoder;
    this.#base = base;
    this.#tail = [...tail];
    this.#tailBytes = sizeOf(tail);
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
    if (this.#tailBytes > limit) this.refreshSoon();
  }

  /** Encodes the document anew, if it has changed: at once, or over some turns where it is large. */
  refreshSoon(): void {
    if (this.byteLength <= QUICK_BYTES) this.refresh();
    else if (!this.#isRefreshing && this.#tail.length > 0)
      void this.#refreshInTurns();
  }

  /** Encodes the document anew, if it has changed. */
  refresh(): void {
    if (this.#tail.length > 0) this.encodeNow();
  }

  /** Encodes the document anew. */
  encodeNow(): void {
    this.#replace(this.#encoder.now(), []);
  }

  async #refreshInTurns(): Promise<void> {
    this.#isRefreshing = true;
    const base = this.#base;
    const covered = this.#tail.length;
    const encoded = await this.#encoder.inTurns();
    this.#isRefreshing = false;
    // It may have been encoded at once meanwhile.
    if (this.#base === base) this.#replace(encoded, this.#tail.slice(covered));
  }

  #replace(base: Uint8Array, tail: Uint8Array[]): void {
    this.#base = base;
    this.#tail = tail;
    this.#tailBytes = sizeOf(tail);
  }
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
