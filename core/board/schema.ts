import type * as Y from "yjs";

/** The version of the document's layout that this code writes, and the newest that it may change. */
export const SCHEMA_VERSION = 1;

const SCHEMA_KEY = "schema";

/** What the document says of itself as a whole. */
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap("meta");

/** The version that the document was written in; undefined when it does not say, as a board does on which nobody drew yet. */
export function schemaOf(doc: Y.Doc): number | undefined {
  const version = metaOf(doc).get(SCHEMA_KEY);
  return typeof version === "number" ? version : undefined;
}

/** Whether a newer version wrote the document, so that a change from here could spoil what it means. */
export const isTooNew = (doc: Y.Doc): boolean =>
  (schemaOf(doc) ?? SCHEMA_VERSION) > SCHEMA_VERSION;

/** Call within a transaction. Several writers at once do no harm: they all write the same. */
export function writeSchema(doc: Y.Doc): void {
  metaOf(doc).set(SCHEMA_KEY, SCHEMA_VERSION);
}

/** Thrown by an attempt to change a board that this person may not change, or that a newer version wrote. Ask `board.readOnly` before. */
export class ReadOnlyBoardError extends Error {
  override readonly name = "ReadOnlyBoardError";
}
