import * as Y from "yjs";

/**
 * Makes one update out of many; a snapshot counts as an update, too. The order does not matter to the result's
 * meaning. Throws when one of them is not a Yjs update.
 *
 * Works on a document of its own, since `Y.mergeUpdates` is quadratic in their number and keeps what was deleted.
 */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
