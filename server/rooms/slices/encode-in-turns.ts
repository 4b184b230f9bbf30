import type * as Y from "yjs";
import { CausalOrder } from "./causal-order";
import { SLICE_STRUCTS } from "./cut-update";
import { Slice } from "./slice";
import { nextTurn } from "./turns";

/**
 * Encodes a live document as one update, a little in each turn of the event loop. It is as the document is at the end of that.
 *
 * @param deletes Tells what is deleted, as `encodeDeletes` does; called at the end.
 */
export async function encodeInTurns(
  { store }: Y.Doc,
  deletes: () => Uint8Array,
): Promise<Uint8Array> {
  const order = new CausalOrder(store.clients);
  const whole = new Slice();
  for (let next = order.take(); next; next = order.take()) {
    whole.add(next.struct, next.clock);
    if (whole.count % SLICE_STRUCTS === 0) await nextTurn();
  }
  return whole.encode(deletes());
}
