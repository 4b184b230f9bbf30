import * as Y from "yjs";
import { checkUpdate } from "../checked-update";
import { CausalOrder, type Structs } from "./causal-order";
import {
  type DeletedRange,
  type Deletes,
  encodeDeletes,
  Slice,
  type Struct,
} from "./slice";

/** Structs, and deleted ones, of one slice: a document takes them in within 5 ms. */
export const SLICE_STRUCTS = 1_000;

/**
 * Cuts an update into updates that are quick to apply one after the other, and have its effect together. Throws a ProtocolError for
 * one that is malformed.
 *
 * @param size Structs, or deleted ones, of one slice.
 */
export function cutUpdate(
  bytes: Uint8Array,
  size = SLICE_STRUCTS,
): Uint8Array[] {
  checkUpdate(bytes);
  const { structs, ds } = Y.decodeUpdate(bytes);
  // There are gaps in it: what comes after them has to wait anyway.
  if (structs.some((struct) => struct instanceof Y.Skip)) return [bytes];
  return [
    ...cutStructs(groupByClient(structs), size),
    ...cutDeletes(ds.clients, size),
  ];
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

function* cutDeletes(deletes: Deletes, size: number): Generator<Uint8Array> {
  let slice = new Map<number, DeletedRange[]>();
  let count = 0;
  for (const [client, { clock, len }] of piecesOf(deletes, size)) {
    const ranges = slice.get(client) ?? [];
    slice.set(client, ranges);
    ranges.push({ clock, len });
    count += len;
    if (count < size) continue;
    yield new Slice().encode(encodeDeletes(slice));
    slice = new Map();
    count = 0;
  }
  if (count > 0) yield new Slice().encode(encodeDeletes(slice));
}

/** All ranges, long ones in pieces. */
function* piecesOf(
  deletes: Deletes,
  size: number,
): Generator<[number, DeletedRange]> {
  for (const [client, ranges] of deletes)
    for (const { clock, len } of ranges)
      for (let at = 0; at < len; at += size)
        yield [client, { clock: clock + at, len: Math.min(size, len - at) }];
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
