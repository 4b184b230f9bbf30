import * as Y from "yjs";

const PRIME = 0x01000193;
/** Two hashes from two beginnings: 64 bits in all. */
const BASES = [0x811c9dc5, 0x01234567] as const;

/** By client id. */
export type DeletedRanges = ReadonlyMap<
  number,
  readonly { readonly clock: number; readonly len: number }[]
>;

/**
 * A fingerprint of all that a document holds: how far each client's changes reach and which of them are deleted. Equal for two
 * documents that have taken in the same changes, in whatever order; what waits for others does not count. Some milliseconds for
 * 20,000 shapes that have been moved about.
 *
 * FNV-1a over 32-bit words (Fowler, Noll, Vo).
 *
 * @param deleted What is deleted, for one who knows it. Default: looked up, at every change once.
 */
export function documentDigest(
  doc: Y.Doc,
  deleted: DeletedRanges = Y.createDeleteSetFromStructStore(doc.store).clients,
): string {
  const ends = Y.decodeStateVector(Y.encodeStateVector(doc));
  const hash = new Hash();
  for (const client of [...ends.keys()].sort((a, b) => a - b)) {
    hash.add(client);
    hash.add(ends.get(client) ?? 0);
    for (const { clock, len } of deleted.get(client) ?? []) {
      hash.add(clock);
      hash.add(len);
    }
  }
  return hash.digest;
}

class Hash {
  #first = BASES[0] as number;
  #second = BASES[1] as number;

  add(word: number): void {
    const low = word & 0xffff;
    const high = word >>> 16;
    this.#first = Math.imul(this.#first ^ low, PRIME);
    this.#first = Math.imul(this.#first ^ high, PRIME);
    this.#second = Math.imul(this.#second ^ low, PRIME);
    this.#second = Math.imul(this.#second ^ high, PRIME);
  }

  /** 16 hexadecimal digits. */
  get digest(): string {
    return [this.#first, this.#second]
      .map((half) => (half >>> 0).toString(16).padStart(8, "0"))
      .join("");
  }
}
