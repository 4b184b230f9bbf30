import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { randomInteger, seededRandom, type Random } from "@/core/base/random";
import { documentDigest } from "@/core/protocol/document-digest";
import { checkUpdate } from "@/server/rooms/guard/checked-update";
import { cutDocument, cutUpdate } from "@/server/rooms/slices/cut-update";
import { effort } from "../../../../support/effort";
import { rules } from "../../../../support/server-update-rules";

/** Four people who write into each other's texts, lists and maps, and hear of each other now and then. */
function work(seed: number): { docs: Y.Doc[]; random: Random } {
  const random = seededRandom(seed);
  const docs = [7, 3, 11, 5].map((clientID) => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    return doc;
  });
  for (let step = 0; step < 120; step++) {
    const doc = docs[randomInteger(random, docs.length)]!;
    scribble(doc, random, step);
    if (random.next() < 0.4)
      Y.applyUpdate(
        docs[randomInteger(random, docs.length)]!,
        Y.encodeStateAsUpdate(doc),
      );
  }
  return { docs, random };
}

function scribble(doc: Y.Doc, random: Random, step: number): void {
  const shapes = doc.getMap<Y.Map<unknown>>("shapes");
  const text = doc.getText("note");
  const list = doc.getArray<unknown>("list");
  const dice = random.next();
  const key = `shape-${randomInteger(random, 8)}`;
  if (dice < 0.3) text.insert(randomInteger(random, text.length + 1), "ab");
  else if (dice < 0.4 && text.length > 3)
    text.delete(randomInteger(random, text.length - 3), 3);
  else if (dice < 0.6) shapes.set(key, new Y.Map([["at", step]]));
  else if (dice < 0.8) shapes.get(key)?.set("at", step);
  else if (dice < 0.87) shapes.delete(key);
  else if (dice < 0.95 || list.length === 0)
    list.insert(randomInteger(random, list.length + 1), [{ step }, "x"]);
  else list.delete(randomInteger(random, list.length));
}

/** Applies one by one, and sees that none of them has to wait for a later one. */
function apply(slices: readonly Uint8Array[], doc = new Y.Doc()): Y.Doc {
  for (const slice of slices) {
    Y.applyUpdate(doc, slice);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
  return doc;
}

function expectSame(actual: Y.Doc, expected: Y.Doc): void {
  expect(documentDigest(actual)).toBe(documentDigest(expected));
  for (const doc of [actual, expected]) {
    doc.getMap("shapes");
    doc.getText("note");
    doc.getArray("list");
  }
  expect(actual.toJSON()).toEqual(expected.toJSON());
}

/** The update without what it deletes. */
const structsIn = (update: Uint8Array) =>
  checkUpdate(
    update,
    rules("everything", () => Infinity),
  ).structs;

const structsOf = (slice: Uint8Array) => Y.decodeUpdate(slice).structs.length;

describe("cutting a document", () => {
  test("gives slices that make the same document, none of which waits for another", () => {
    for (let seed = 1; seed <= effort.seeds; seed++) {
      const { docs, random } = work(seed);
      const parts = docs.map((doc) => Y.encodeStateAsUpdate(doc));
      const whole = new Y.Doc();
      for (const part of parts) Y.applyUpdate(whole, part);
      const size = 1 + randomInteger(random, 40);

      const slices = cutDocument(parts, size);

      expectSame(apply(slices), whole);
      for (const slice of slices)
        expect(structsOf(slice)).toBeLessThanOrEqual(size);
    }
  });

  test("leaves parts that miss something as they are", () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    doc.getText("note").insert(0, "a");
    doc.getText("note").insert(1, "b");

    expect(cutDocument([updates[1]!])).toEqual([updates[1]]);
  });
});

describe("cutting an update", () => {
  test("gives slices that have its effect on a document that knows some of it", () => {
    for (let seed = 1; seed <= effort.seeds; seed++) {
      const { docs, random } = work(seed);
      const [mine, yours] = docs as [Y.Doc, Y.Doc];
      const update = Y.encodeStateAsUpdate(yours, Y.encodeStateVector(mine));
      const size = 1 + randomInteger(random, 20);

      const slices = cutUpdate(structsIn(update), size);

      const expected = new Y.Doc();
      const actual = new Y.Doc();
      for (const doc of [expected, actual])
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine));
      Y.applyUpdate(expected, structsIn(update));
      expectSame(apply(slices, actual), expected);
    }
  });

  test("ends with references in a circle, as only a hostile client makes them", () => {
    // Two clients' letters, each of which claims to stand to the right of the other.
    const first = letterAfter({ client: 1, origin: 2 });
    const second = letterAfter({ client: 2, origin: 1 });
    const circle = new Uint8Array([2, ...second, ...first, 0]);

    expect(cutUpdate(circle, 1)).toHaveLength(2);
  });

  test("throws over what is no update", () => {
    expect(() => cutUpdate(new Uint8Array([9, 9, 9]))).toThrow(Error);
  });
});

/** A block of an update: one struct, the letter a. */
function letterAfter({ client, origin }: { client: number; origin: number }) {
  const HAS_ORIGIN = 128;
  const STRING = 4;
  return [1, client, 0, HAS_ORIGIN | STRING, origin, 0, 1, "a".charCodeAt(0)];
}
