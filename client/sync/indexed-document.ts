import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { Disposables } from "@/core/base/disposable";
import type { StoredDocumentEvents, StoreDocument } from "./local-copy";

/** Holds nothing: whether it can be opened tells whether any can. */
const TRIAL_NAME = "boardwalk-trial";

/**
 * Keeps a document in the browser's IndexedDB under `name`: brings what is there into it, and writes each of its changes, until the
 * returned function is called.
 */
export const storeDocument: StoreDocument = (name, doc, events) => {
  const ends = new Disposables();
  let isEnded = false;
  ends.add(() => (isEnded = true));
  // y-indexeddb leaves it to nobody to notice that a database cannot be opened.
  void canOpen().then((isOpenable) => {
    if (isEnded) return;
    if (isOpenable) ends.add(persist(name, doc, events));
    else events.onFailed();
  });
  return () => ends.dispose();
};

/** Deletes what is stored under `name`. Resolves when it is gone, or cannot be deleted. */
export const removeDocument = (name: string): Promise<void> =>
  clearDocument(name).catch(() => {});

const persist: StoreDocument = (name, doc, events) => {
  const persistence = new IndexeddbPersistence(name, doc);
  const end = () => void persistence.destroy();
  reportLoad(persistence, doc, events.onLoaded);
  void persistence._db.then((database) => {
    // They bubble up from each write that fails: y-indexeddb does not look after its own.
    for (const sign of ["error", "abort"] as const)
      database.addEventListener(sign, events.onFailed);
    // The connection is closed by now or in a moment, and writing to it would throw in the middle of a change.
    for (const sign of ["versionchange", "close"] as const)
      database.addEventListener(sign, () => {
        end();
        events.onFailed();
      });
  });
  return end;
};

function reportLoad(
  persistence: IndexeddbPersistence,
  doc: Y.Doc,
  onLoaded: StoredDocumentEvents["onLoaded"],
): void {
  let hasNews = false;
  const watch = (_: Uint8Array, origin: unknown) => {
    if (origin === persistence) hasNews = true;
  };
  doc.on("update", watch);
  persistence.once("synced", () => {
    doc.off("update", watch);
    onLoaded(hasNews);
  });
}

function canOpen(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(TRIAL_NAME);
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = () => resolve(false);
    } catch {
      // There is none, or asking for it is forbidden.
      resolve(false);
    }
  });
}
