import * as Y from "yjs";
import { nextTurn } from "./turns";
import type { UpdateCutter } from "./update-cutter";

/** The document that a snapshot and updates make, in their order. Throws when they cannot be read. */
export function buildDocument(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part);
  });
  return doc;
}

/**
 * The same, a little in each turn of the event loop. Rejects as well when `signal` is aborted meanwhile.
 */
export async function buildInTurns(
  parts: readonly Uint8Array[],
  cutter: UpdateCutter,
  signal: AbortSignal,
): Promise<Y.Doc> {
  const slices = await cutter.cutDocument(parts);
  const doc = new Y.Doc();
  for (const slice of slices) {
    signal.throwIfAborted();
    Y.applyUpdate(doc, slice);
    await nextTurn();
  }
  return doc;
}
