import * as decoding from "lib0/decoding";
import { readRepeatedString } from "./repeated-string";
import { skipAny, skipString, stringLength } from "./skip-value";

/** An item, by whom made it and when. */
export interface Reference {
  readonly client: number;
  readonly clock: number;
}

/** The kinds of contents that a struct may have: Yjs's update format, version 1. */
export const Content = {
  /** What was there has been deleted, with all that refers to it. */
  gc: 0,
  deleted: 1,
  json: 2,
  bytes: 3,
  text: 4,
  embed: 5,
  format: 6,
  type: 7,
  values: 8,
  /** Nothing is said of these clocks. */
  skip: 10,
} as const;

// Bits of a struct's first byte, and the kind of content in the rest of it.
const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_PARENT_KEY = 32;
const CONTENT = 31;
/** Types that are written with a name. */
const NAMED_TYPES = [3, 5];
const LAST_TYPE = 6;

/** Reads the structs of an update one after the other, without making anything of them. Tells of the one that was read last. */
export class StructReader {
  readonly #decoder: decoding.Decoder;
  /** One of `Content`. */
  content: number = Content.skip;
  /** How many clocks it takes. */
  length = 0;
  origin: Reference | undefined;
  rightOrigin: Reference | undefined;
  /** What it is in; told only where no neighbour tells it, and not for what is in a root type. */
  parent: Reference | undefined;
  /** The name of the root type that it is in; told only where no neighbour tells it. */
  root: string | undefined;
  /** The key that it is under; told only where no neighbour tells it. */
  key: string | undefined;
  /** Where its content begins among the bytes. */
  contentFrom = 0;

  constructor(decoder: decoding.Decoder) {
    this.#decoder = decoder;
  }

  /** Reads the next one. Throws an Error for one that is malformed. */
  next(): void {
    const decoder = this.#decoder;
    const info = decoding.readUint8(decoder);
    this.content = info & CONTENT;
    this.origin = undefined;
    this.rightOrigin = undefined;
    this.parent = undefined;
    this.root = undefined;
    this.key = undefined;
    if (this.content === Content.gc || this.content === Content.skip) {
      this.length = decoding.readVarUint(decoder);
      return;
    }
    if (info & HAS_ORIGIN) this.origin = readReference(decoder);
    if (info & HAS_RIGHT_ORIGIN) this.rightOrigin = readReference(decoder);
    if (!this.origin && !this.rightOrigin) {
      if (decoding.readVarUint(decoder) === 1)
        this.root = readRepeatedString(decoder);
      else this.parent = readReference(decoder);
      if (info & HAS_PARENT_KEY) this.key = readRepeatedString(decoder);
    }
    this.contentFrom = decoder.pos;
    this.length = skipContent(decoder, this.content);
  }
}

const readReference = (decoder: decoding.Decoder): Reference => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
});

/** Reads past the content and returns how many clocks it takes. */
function skipContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case Content.deleted:
      return decoding.readVarUint(decoder);
    case Content.json:
      return repeat(decoder, stringLength);
    case Content.bytes:
      skipString(decoder);
      return 1;
    case Content.embed:
      stringLength(decoder);
      return 1;
    case Content.text:
      return stringLength(decoder);
    case Content.format:
      stringLength(decoder);
      stringLength(decoder);
      return 1;
    case Content.type:
      skipType(decoder);
      return 1;
    case Content.values:
      return repeat(decoder, skipAny);
    // Documents in documents (9) are not ours, and Yjs fails at those without options after having begun.
    default:
      throw new Error(`Unknown content ${content}.`);
  }
}

function skipType(decoder: decoding.Decoder): void {
  const type = decoding.readVarUint(decoder);
  if (type > LAST_TYPE) throw new Error(`Unknown type ${type}.`);
  if (NAMED_TYPES.includes(type)) stringLength(decoder);
}

function repeat(
  decoder: decoding.Decoder,
  skip: (decoder: decoding.Decoder) => unknown,
): number {
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) skip(decoder);
  return count;
}
