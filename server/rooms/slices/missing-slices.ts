import type * as Y from "yjs";
import { CausalOrder } from "./causal-order";
import { SLICE_STRUCTS } from "./cut-update";
import { Slice } from "./slice";

/**
 * What a document holds beyond a state vector, as updates that are quick to make and quick to apply. They may be asked for over
 * several turns: what changes meanwhile is in them or not, and has to be told all the same.
 *
 * @param deletes What is deleted in the document, as `encodeDeletes` gives it; told with the last of them, which is never left out.
 * @param size Structs of one slice.
 */
export function* missingSlices(
  { store }: Y.Doc,
  known: ReadonlyMap<number, number>,
  deletes: Uint8Array,
  size = SLICE_STRUCTS,
): Generator<Uint8Array, void> {
  const order = new CausalOrder(store.clients, known);
  let slice = new Slice();
  for (let next = order.take(); next; next = order.take()) {
    if (slice.count >= size) {
      yield slice.encode();
      slice = new Slice();
    }
    slice.add(next.struct, next.clock);
  }
  yield slice.encode(deletes);
}
