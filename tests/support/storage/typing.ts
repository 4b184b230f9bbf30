import * as Y from "yjs";

/** The updates of somebody who types `words` into one text, one update a word. */
export function updatesOfTyping(words: readonly string[]): Uint8Array[] {
  const doc = new Y.Doc();
  // The same updates in every run and every process.
  doc.clientID = 1;
  const updates: Uint8Array[] = [];
  doc.on("update", (update) => updates.push(update));
  const text = doc.getText("words");
  for (const word of words) text.insert(text.length, word);
  return updates;
}

/** The text that a reader of these updates sees. */
export function textOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText("words").toString();
}
