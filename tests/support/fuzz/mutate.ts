import { randomInteger, randomItem, type Random } from "@/core/base/random";

/** Bytes at which codecs change their mind. */
const EDGES = [0, 1, 2, 63, 64, 65, 66, 127, 128, 129, 254, 255];
/** As a variable length integer: beyond 2^53, and exactly there. */
const HUGE = [
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
];

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const spliced = (
  bytes: Uint8Array,
  at: number,
  skip: number,
  insert: ArrayLike<number>,
): Uint8Array => {
  const end = bytes.subarray(at + skip);
  const result = new Uint8Array(at + insert.length + end.length);
  result.set(bytes.subarray(0, at));
  result.set(insert, at);
  result.set(end, at + insert.length);
  return result;
};

const place = (bytes: Uint8Array, random: Random): number =>
  randomInteger(random, bytes.length + 1);

const MUTATIONS: readonly Mutation[] = [
  function flipBit(bytes, random) {
    const at = place(bytes, random);
    const flipped = (bytes[at] ?? 0) ^ (1 << randomInteger(random, 8));
    return spliced(bytes, at, 1, [flipped]);
  },
  function setEdge(bytes, random) {
    return spliced(bytes, place(bytes, random), 1, [randomItem(random, EDGES)]);
  },
  function insertNoise(bytes, random) {
    const insert = noise(random, 1 + randomInteger(random, 16));
    return spliced(bytes, place(bytes, random), 0, insert);
  },
  function leaveOut(bytes, random) {
    const length = 1 + randomInteger(random, 8);
    return spliced(bytes, place(bytes, random), length, []);
  },
  function repeatPart(bytes, random) {
    const at = place(bytes, random);
    const part = bytes.subarray(at, at + 1 + randomInteger(random, 64));
    return spliced(bytes, place(bytes, random), 0, part);
  },
  function putHugeNumber(bytes, random) {
    const insert = randomItem(random, HUGE);
    return spliced(bytes, place(bytes, random), 1, insert);
  },
  function cutOff(bytes, random) {
    return bytes.slice(0, place(bytes, random));
  },
];

/** The bytes with one to three things changed in them. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = bytes;
  for (let i = randomInteger(random, 3); i >= 0; i--)
    mutated = randomItem(random, MUTATIONS)(mutated, random);
  return mutated;
}

export const noise = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => randomInteger(random, 256));

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  "",
  "\u0000",
  "\ud800",
  "x".repeat(5_000),
  [],
  {},
  [[[[[[]]]]]],
  { toString: null, length: -1 },
];
const ODD_KEYS = ["__proto__", "constructor", "prototype", "kind", "", "a.b"];

/** JSON with something else in the place of one of its values, or under a key more. */
export function mutateJson(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.next() < 0.2)
    return randomItem(random, ODD_VALUES);
  const entries = Object.entries(value);
  const [key] =
    entries.length > 0 && random.next() < 0.8
      ? randomItem(random, entries)
      : [randomItem(random, ODD_KEYS)];
  const inner: unknown = (value as Record<string, unknown>)[key];
  const changed: [string, unknown] = [key, mutateJson(inner, random)];
  const others = entries.filter(([other]) => other !== key);
  // As JSON would have it: an object literal would take `__proto__` for something else.
  return Object.fromEntries(
    random.next() < 0.1 ? others : [...others, changed],
  );
}
