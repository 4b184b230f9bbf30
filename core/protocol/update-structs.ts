import * as decoding from "lib0/decoding";
import { ExpectedRecords } from "../board/partial-update";
import { SHOWN } from "../board/shape-record";
import { readRepeatedString } from "./repeated-string";
import { skipAny, skipString, stringLength } from "./skip-value";

/** Another client's item that a struct refers to. */
export interface Reference {
  readonly client: number;
  readonly clock: number;
}

/** What an update holds of one client, struct by struct: the arrays have one entry more, the end of the last. */
export interface ClientStructs {
  readonly client: number;
  readonly clocks: readonly number[];
  /** Where each begins among the update's bytes. */
  readonly offsets: readonly number[];
  /** What a struct refers to of other clients, by its index; nothing for most. */
  readonly references: ReadonlyMap<number, readonly Reference[]>;
}

/** Where an update's structs are among its bytes. */
export interface UpdateStructs {
  readonly clients: ReadonlyMap<number, ClientStructs>;
  readonly records: ExpectedRecords;
  /** From here on the bytes tell what is deleted. */
  readonly deletesFrom: number;
}

/** Between two stops. */
const STRUCTS_PER_STEP = 4_000;

// Bits of a struct's first byte, and the kinds of contents in the rest of it: Yjs's update format, version 1.
const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_PARENT_KEY = 32;
const CONTENT = 31;
const GC = 0;
const SKIP = 10;
const VALUES = 8;
/** Types that are written with a name. */
const NAMED_TYPES = [3, 5];

/**
 * Looks through an update without making anything of it, and stops now and then. Throws an Error for one that is malformed, or that has gaps: such
 * an update can only be applied as a whole.
 */
export function* findStructs(
  update: Uint8Array,
): Generator<undefined, UpdateStructs> {
  const decoder = decoding.createDecoder(update);
  const clients = new Map<number, ClientStructs>();
  const records = new ExpectedRecords();
  let left = STRUCTS_PER_STEP;
  for (let sections = decoding.readVarUint(decoder); sections > 0; sections--) {
    const count = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    let clock = decoding.readVarUint(decoder);
    const clocks = [clock];
    const offsets = [decoder.pos];
    const references = new Map<number, Reference[]>();
    for (let i = 0; i < count; i++) {
      const struct = readStruct(decoder, client, records);
      if (struct.references) references.set(i, struct.references);
      clock += struct.length;
      clocks.push(clock);
      offsets.push(decoder.pos);
      if (--left > 0) continue;
      left = STRUCTS_PER_STEP;
      yield;
    }
    clients.set(client, { client, clocks, offsets, references });
  }
  if (decoder.pos > update.length) throw new Error("The update ends early.");
  return { clients, records, deletesFrom: decoder.pos };
}

function readStruct(
  decoder: decoding.Decoder,
  client: number,
  records: ExpectedRecords,
): { length: number; references?: Reference[] } {
  const info = decoding.readUint8(decoder);
  const content = info & CONTENT;
  if (content === SKIP) throw new Error("The update has gaps.");
  if (content === GC) return { length: decoding.readVarUint(decoder) };
  let references: Reference[] | undefined;
  const refer = () => {
    const reference = readId(decoder);
    if (reference.client !== client) (references ??= []).push(reference);
    return reference;
  };
  if (info & HAS_ORIGIN) refer();
  if (info & HAS_RIGHT_ORIGIN) refer();
  if (!(info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN))) {
    const isInRoot = decoding.readVarUint(decoder) === 1;
    if (isInRoot) skipString(decoder);
    const parent = isInRoot ? undefined : refer();
    if (info & HAS_PARENT_KEY) {
      const key = readRepeatedString(decoder);
      if (parent && key !== SHOWN) records.addKey(parent);
      else if (parent && content === VALUES) records.addShown(parent);
    }
  }
  const length = readContent(decoder, content);
  return references ? { length, references } : { length };
}

const readId = (decoder: decoding.Decoder): Reference => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
});

/** Reads past the content and returns how many clocks it takes. */
function readContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case 1: // deleted
      return decoding.readVarUint(decoder);
    case 2: // JSON
      return repeat(decoder, skipString);
    case 3: // bytes
    case 5: // embedded
      skipString(decoder);
      return 1;
    case 4: // text
      return stringLength(decoder);
    case 6: // format
      skipString(decoder);
      skipString(decoder);
      return 1;
    case 7: // a type
      if (NAMED_TYPES.includes(decoding.readVarUint(decoder)))
        skipString(decoder);
      return 1;
    case VALUES:
      return repeat(decoder, skipAny);
    case 9: // a document
      skipString(decoder);
      skipAny(decoder);
      return 1;
    default:
      throw new Error(`Unknown content ${content}.`);
  }
}

function repeat(
  decoder: decoding.Decoder,
  skip: (decoder: decoding.Decoder) => void,
): number {
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) skip(decoder);
  return count;
}
