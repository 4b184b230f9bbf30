import * as Y from "yjs";

/** All that the document ever held and what of it is deleted, as text: the same only where the documents are. */
export const historyOf = (doc: Y.Doc): string =>
  Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString("base64");
