import { toBase64 } from "lib0/buffer";
import * as Y from "yjs";

/** An empty document. It keeps no deleted content, so that a board does not grow by what was rubbed out. */
export const createDocument = (): Y.Doc => new Y.Doc();

/** What a document has and what was deleted from it, as a text: equal for equal documents. */
export const fingerprintOf = (doc: Y.Doc): string =>
  toBase64(Y.encodeSnapshot(Y.snapshot(doc)));
