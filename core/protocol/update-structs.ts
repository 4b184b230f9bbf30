import * as decoding from "lib0/decoding";
import { ExpectedRecords } from "../board/partial-update";
import { SHOWN } from "../board/shape-record";
import { Content, type Reference, StructReader } from "./struct-reader";

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

/**
 * Looks through an update without making anything of it, and stops now and then. Throws an Error for one that is malformed, or that has gaps: such
 * an update can only be applied as a whole.
 */
export function* findStructs(
  update: Uint8Array,
): Generator<undefined, UpdateStructs> {
  const decoder = decoding.createDecoder(update);
  const struct = new StructReader(decoder);
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
      struct.next();
      if (struct.content === Content.skip)
        throw new Error("The update has gaps.");
      const others = referencesOf(client, struct, records);
      if (others) references.set(i, others);
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

/** What the struct that was read last refers to of other clients; undefined for most. Notes what it tells of a record. */
function referencesOf(
  client: number,
  struct: StructReader,
  records: ExpectedRecords,
): Reference[] | undefined {
  const { origin, rightOrigin, parent, key, content } = struct;
  if (parent && key !== undefined && key !== SHOWN) records.addKey(parent);
  else if (parent && key !== undefined && content === Content.values)
    records.addShown(parent);
  let references: Reference[] | undefined;
  for (const reference of [origin, rightOrigin, parent])
    if (reference && reference.client !== client)
      (references ??= []).push(reference);
  return references;
}
