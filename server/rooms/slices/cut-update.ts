import * as Y from "yjs";
import { CausalOrder, type Structs } from "./causal-order";
import { Slice, type Struct } from "./slice";

/** Structs of one slice: a document takes them in within 5 ms. */
export const SLICE_STRUCTS = 1_000;

/**
 * Cuts an update that deletes nothing, and has no gaps, into updates that are quick to apply one after the other, and have its effect
 * together. Throws for one that is malformed.
 *
 * @param size Structs of one slice.
 */
export function cutUpdate(
  bytes: Uint8Array,
  size = SLICE_STRUCTS,
): Uint8Array[] {
  const { structs } = Y.decodeUpdate(bytes);
  return [...cutStructs(groupByClient(structs), size)];
}

/** Cuts the document that a snapshot and updates make, in their order, in the same manner. Throws when they cannot be read. */
export function cutDocument(
  parts: readonly Uint8Array[],
  size = SLICE_STRUCTS,
): Uint8Array[] {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part);
    });
    const { pendingStructs, pendingDs, clients } = doc.store;
    // Something is missing, and what needs it would not be among the slices.
    if (pendingStructs ?? pendingDs) return [...parts];
    // Nothing is said of what is deleted: its content is gone, and that says it.
    return [...cutStructs(clients, size)];
  } finally {
    doc.destroy();
  }
}

function* cutStructs(structs: Structs, size: number): Generator<Uint8Array> {
  const order = new CausalOrder(structs);
  let slice = new Slice();
  for (let next = order.take(); next; next = order.take()) {
    slice.add(next.struct, next.clock);
    if (slice.count < size) continue;
    yield slice.encode();
    slice = new Slice();
  }
  if (slice.count > 0) yield slice.encode();
}

function groupByClient(structs: readonly Struct[]): Structs {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client } = struct.id;
    const those = byClient.get(client);
    if (those) those.push(struct);
    else byClient.set(client, [struct]);
  }
  return byClient;
}
