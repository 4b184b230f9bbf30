import * as Y from "yjs";
import { applyUpdate } from "@/core/protocol/apply-update";
import type { UpdateIntake } from "./update-intake";

/** Marks what comes from the copy, so that it is taken for somebody else's work. */
const FOREIGN = Symbol("foreign copy");

/**
 * A second copy of a document, as another person would have it: what is done on `copy` reaches `doc` as that person's updates, and what
 * is done on `doc` is in the copy. For benchmarks and tests.
 */
export function createForeignCopy(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  applyUpdate(copy, Y.encodeStateAsUpdate(doc), FOREIGN);
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== FOREIGN) applyUpdate(copy, update, FOREIGN);
  });
  copy.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== FOREIGN) applyUpdate(doc, update, FOREIGN);
  });
  return copy;
}

/** What `document` holds, ready to come into another document as the one update of somebody else. Resolves when all of it is there. For benchmarks. */
export function updateOf(
  document: Y.Doc,
): (intake: UpdateIntake) => Promise<void> {
  const update = Y.encodeStateAsUpdate(document);
  return (intake) =>
    new Promise((resolve) => intake.take(update, FOREIGN, resolve));
}
