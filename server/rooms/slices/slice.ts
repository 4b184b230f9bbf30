import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** What an update's content consists of. */
export type Struct = Y.Item | Y.GC;

interface Block {
  readonly clock: number;
  count: number;
  readonly encoder: Y.UpdateEncoderV1;
}

/** An update in the making. For each client it takes structs that follow each other, beginning where the receiver's knowledge ends. */
export class Slice {
  readonly #blocks = new Map<number, Block>();
  #count = 0;

  /** How many structs are in it. */
  get count(): number {
    return this.#count;
  }

  /** Adds what a struct holds from `clock` on. */
  add(struct: Struct, clock: number): void {
    const { client } = struct.id;
    let block = this.#blocks.get(client);
    if (!block) {
      block = { clock, count: 0, encoder: new Y.UpdateEncoderV1() };
      this.#blocks.set(client, block);
    }
    struct.write(block.encoder, clock - struct.id.clock);
    block.count += 1;
    this.#count += 1;
  }

  /**
   * As an update of Yjs's first format.
   *
   * @param deletes What is deleted, as `encodeDeletes` gives it. Default: nothing.
   */
  encode(deletes: Uint8Array = NO_DELETES): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, this.#blocks.size);
    // The order in which Yjs writes them, which it reads fastest.
    const clients = [...this.#blocks].sort(([a], [b]) => b - a);
    for (const [client, block] of clients) {
      encoding.writeVarUint(encoder, block.count);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, block.clock);
      encoding.writeUint8Array(encoder, block.encoder.toUint8Array());
    }
    encoding.writeUint8Array(encoder, deletes);
    return encoding.toUint8Array(encoder);
  }
}

const NO_DELETES = new Uint8Array([0]);

/** So many structs in a row, of one client, are deleted. */
export interface DeletedRange {
  readonly clock: number;
  readonly len: number;
}

/** By client id. */
export type Deletes = ReadonlyMap<number, readonly DeletedRange[]>;

/** The last part of an update: what is deleted. */
export function encodeDeletes(deletes: Deletes): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, deletes.size);
  for (const [client, ranges] of [...deletes].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
  return encoding.toUint8Array(encoder);
}
