/** Randomness as a parameter, so that a test can repeat a run from its seed. Not for secrets. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
}

export const systemRandom: Random = { next: () => Math.random() };

/** The generator mulberry32: the same seed (a 32-bit integer) always gives the same numbers. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    },
  };
}

/** An integer in [0, below). */
export function randomInteger(random: Random, below: number): number {
  return Math.floor(random.next() * below);
}

/** One of `items`, which must not be empty. */
export function randomItem<T>(random: Random, items: readonly T[]): T {
  if (items.length === 0)
    throw new RangeError("Cannot pick from an empty list.");
  return items[randomInteger(random, items.length)]!;
}

const ID_ALPHABET =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** `length` letters and digits: 16 of them make a clash among a billion ids about as likely as one in 10^11. */
export function randomId(random: Random, length = 16): string {
  let id = "";
  for (let i = 0; i < length; i++)
    id += ID_ALPHABET[randomInteger(random, ID_ALPHABET.length)];
  return id;
}
