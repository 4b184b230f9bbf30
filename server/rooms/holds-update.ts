import * as Y from "yjs";
import { ProtocolError } from "@/core/protocol/protocol-error";

interface Range {
  readonly clock: number;
  readonly len: number;
}

/**
 * Whether everything that an update brings and deletes is so in the document already: then it is none, whatever its size. The answer
 * to a step 1 always holds all deletions. Throws a ProtocolError for one that cannot be read.
 */
export function holdsUpdate(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = decode(update);
  const { store } = doc;
  for (const { id, length } of structs)
    if (Y.getState(store, id.client) < id.clock + length) return false;
  const deleted = Y.createDeleteSetFromStructStore(store).clients;
  for (const [client, ranges] of ds.clients)
    for (const range of ranges)
      if (!isWithin(range, deleted.get(client) ?? [])) return false;
  return true;
}

function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new ProtocolError("BAD_UPDATE", "unreadable");
  }
}

/** @param ranges By rising clock, none touching the next. */
function isWithin({ clock, len }: Range, ranges: readonly Range[]): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.clock <= clock) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  return range !== undefined && clock + len <= range.clock + range.len;
}
