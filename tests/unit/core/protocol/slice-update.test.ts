import { expect, test } from "vitest";
import * as Y from "yjs";
import { randomInteger, seededRandom, type Random } from "@/core/base/random";
import { documentDigest } from "@/core/protocol/document-digest";
import { sliceUpdate } from "@/core/protocol/slice-update";
import { findStructs } from "@/core/protocol/update-structs";
import { boardSeeds } from "../../../support/board-seeds";

/** What four people came to who wrote into each other's texts, lists and maps. */
function documentOfMany(random: Random): Y.Doc {
  const docs = [7, 300, 11, 5].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    return doc;
  });
  const exchange = (from: Y.Doc, to: Y.Doc) =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  for (let step = 0; step < 150; step++) {
    const doc = docs[randomInteger(random, docs.length)]!;
    scribble(doc, random, step);
    if (random.next() < 0.4)
      exchange(doc, docs[randomInteger(random, docs.length)]!);
  }
  for (const doc of docs) exchange(doc, docs[0]!);
  return docs[0]!;
}

function scribble(doc: Y.Doc, random: Random, step: number): void {
  const shapes = doc.getMap<Y.Map<unknown>>("shapes");
  const text = doc.getText("note");
  const list = doc.getArray<unknown>("list");
  const dice = random.next();
  const key = `shape-${randomInteger(random, 8)}`;
  if (dice < 0.25) text.insert(randomInteger(random, text.length + 1), "a😀文");
  else if (dice < 0.35 && text.length > 3)
    text.delete(randomInteger(random, text.length - 3), 3);
  else if (dice < 0.4) text.format(0, text.length, { bold: step % 2 === 0 });
  else if (dice < 0.6)
    shapes.set(key, new Y.Map<unknown>([["text", new Y.Text("größer")]]));
  else if (dice < 0.8)
    shapes.get(key)?.set("at", [step, { deep: [1.5, null, true, "x"] }]);
  else if (dice < 0.87) shapes.delete(key);
  else if (dice < 0.95 || list.length === 0)
    list.insert(randomInteger(random, list.length + 1), [
      new Uint8Array(step),
      false,
      step,
    ]);
  else list.delete(randomInteger(random, list.length));
}

function slicesOf(update: Uint8Array, size: number): Uint8Array[] {
  const search = findStructs(update);
  for (;;) {
    const { done, value } = search.next();
    if (done) return [...sliceUpdate(update, value, size)];
  }
}

test.each(boardSeeds())(
  "slices make the document of the update, and none has to wait for a later one, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    const whole = documentOfMany(random);
    const update = Y.encodeStateAsUpdate(whole);
    const size = 1 + randomInteger(random, 40);
    const doc = new Y.Doc();
    for (const slice of slicesOf(update, size)) {
      expect(Y.decodeUpdate(slice).structs.length).toBeLessThanOrEqual(size);
      Y.applyUpdate(doc, slice);
      expect(doc.store.pendingStructs).toBeNull();
    }
    expect(doc.store.pendingDs).toBeNull();
    expect(documentDigest(doc)).toBe(documentDigest(whole));
    for (const one of [doc, whole]) {
      one.getMap("shapes");
      one.getArray("list");
    }
    expect(doc.getText("note").toDelta()).toEqual(
      whole.getText("note").toDelta(),
    );
    expect(doc.toJSON()).toEqual(whole.toJSON());
  },
);

test("slices of what somebody lacks make up for it", () => {
  const random = seededRandom(1);
  const whole = documentOfMany(random);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(whole));
  for (let step = 0; step < 50; step++) scribble(whole, random, step);
  const lacking = Y.encodeStateAsUpdate(whole, Y.encodeStateVector(doc));
  for (const slice of slicesOf(lacking, 5)) Y.applyUpdate(doc, slice);
  expect(documentDigest(doc)).toBe(documentDigest(whole));
});

test("an update with a gap, and one that ends early, are refused", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const map = doc.getMap("shapes");
  for (const key of ["a", "b", "c"]) map.set(key, key);
  const withGap = Y.mergeUpdates([updates[0]!, updates[2]!]);
  expect(() => slicesOf(withGap, 10)).toThrow("gaps");
  const whole = Y.encodeStateAsUpdate(doc);
  expect(() => slicesOf(whole.subarray(0, whole.length - 5), 10)).toThrow();
});
