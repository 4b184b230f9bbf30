import * as Y from "yjs";
import type { StoredBoard } from "@/server/storage/board-storage";

/** The document that a stored board holds; empty for a board that is not stored. */
export function documentOf(stored: StoredBoard | undefined): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes);
    for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(doc, bytes);
  });
  return doc;
}
