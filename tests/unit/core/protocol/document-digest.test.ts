import * as Y from "yjs";
import { expect, test } from "vitest";
import { randomInteger, seededRandom } from "@/core/base/random";
import { documentDigest } from "@/core/protocol/document-digest";

/** Three documents' updates, in the order in which they were made. */
function work(seed: number): Uint8Array[] {
  const random = seededRandom(seed);
  const updates: Uint8Array[] = [];
  const docs = [1, 2, 3].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    doc.on("update", (update: Uint8Array) => updates.push(update));
    return doc;
  });
  for (let step = 0; step < 40; step++) {
    const doc = docs[randomInteger(random, docs.length)]!;
    const key = `shape-${randomInteger(random, 6)}`;
    if (random.next() < 0.3) doc.getMap("shapes").delete(key);
    else doc.getMap("shapes").set(key, step);
  }
  return updates;
}

function documentOf(updates: readonly Uint8Array[], gc = true): Y.Doc {
  const doc = new Y.Doc({ gc });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

test("is that of the changes, in whatever order they came and whether or not what is deleted was kept", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const updates = work(seed);
    const digest = documentDigest(documentOf(updates));
    expect(documentDigest(documentOf([...updates].reverse()))).toBe(digest);
    expect(documentDigest(documentOf(updates, false))).toBe(digest);
    const whole = Y.encodeStateAsUpdate(documentOf(updates));
    expect(documentDigest(documentOf([whole]))).toBe(digest);
  }
});

test("differs when a change, or a deletion alone, is missing", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.getMap("shapes").set("a", 1);
  doc.getMap("shapes").set("b", 1);
  doc.getMap("shapes").delete("a");
  const digests = [updates, updates.slice(0, 2), updates.slice(0, 1), []].map(
    (some) => documentDigest(documentOf(some)),
  );
  expect(new Set(digests).size).toBe(4);
});
