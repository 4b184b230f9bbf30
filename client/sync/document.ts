import * as Y from "yjs";

/** An empty document. It keeps no deleted content, so that a board does not grow by what was rubbed out. */
export const createDocument = (): Y.Doc => new Y.Doc();
