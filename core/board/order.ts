import { generateKeyBetween } from "fractional-indexing";

import { randomInteger, type Random } from "../base/random";

/** Where a shape is drawn whose record does not say. */
export const DEFAULT_INDEX = "a0";

/** An honest index has about seven characters; only thousands of shapes put into one gap, each beside the last, make a long one. */
const MAX_INDEX_LENGTH = 1_000;

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Two people who add at the same place at once get the same index once in 61 · 62 · 62 = 234,000 times; the ids decide then. */
const JITTER_LENGTH = 3;

/** Whether new indices can be made above and below `text`. Everything else is read as DEFAULT_INDEX. */
export function isIndex(text: string): boolean {
  if (text.length > MAX_INDEX_LENGTH) return false;
  if (!/^[A-Za-z][0-9A-Za-z]+$/.test(text)) return false;
  try {
    generateKeyBetween(text, null);
    return true;
  } catch {
    // The library has no other way to say that a key is none.
    return false;
  }
}

/** An index above `top`, the highest in use; undefined on an empty board. */
export const indexAbove = (top: string | undefined, random: Random): string =>
  indexBetween(top, undefined, random);

/**
 * An index between two others, each of which may be missing: the board ends there. Where nothing lies between them, because two
 * people chose alike or a record holds nonsense, it lies just above `below`.
 */
export function indexBetween(
  below: string | undefined,
  above: string | undefined,
  random: Random,
): string {
  const low = below !== undefined && isIndex(below) ? below : null;
  const high = above !== undefined && isIndex(above) ? above : null;
  if (low !== null && high !== null && low >= high) {
    return low + jitter(random);
  }
  let limit = high;
  let index = generateKeyBetween(low, limit);
  let jittered = index + jitter(random);
  // Where `index` is the beginning of `limit`, more digits may pass it. Then the room below `index` is as good.
  while (limit !== null && jittered >= limit) {
    limit = index;
    index = generateKeyBetween(low, limit);
    jittered = index + jitter(random);
  }
  return jittered;
}

/** Digits that follow an index without leaving its place. The last is never 0, which no index may end with. */
function jitter(random: Random): string {
  let digits = "";
  for (let i = 1; i < JITTER_LENGTH; i++) {
    digits += DIGITS[randomInteger(random, DIGITS.length)];
  }
  return digits + DIGITS[1 + randomInteger(random, DIGITS.length - 1)];
}
