import { createDecoder } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString } from "lib0/encoding";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { randomInteger, randomItem, seededRandom } from "@/core/base/random";
import { applyUpdate } from "@/core/protocol/apply-update";
import { readRepeatedString } from "@/core/protocol/repeated-string";
import { boardSeeds } from "../../../support/board-seeds";

const STRINGS = [
  "",
  "at",
  "ta",
  "fill",
  "#1e1e1e",
  "größe",
  "文字",
  "😀",
  "\0",
];

function randomString(random: ReturnType<typeof seededRandom>): string {
  const pieces = Array.from({ length: 1 + randomInteger(random, 12) }, () =>
    randomInteger(random, 4) === 0
      ? String.fromCharCode(randomInteger(random, 128))
      : randomItem(random, STRINGS),
  );
  return pieces.join("");
}

test.each(boardSeeds())(
  "strings are read as lib0 reads them, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    const some = Array.from({ length: 300 }, () => randomString(random));
    const written = [...some, ...some, ...STRINGS, "x".repeat(5_000)];
    const encoder = createEncoder();
    for (const text of written) writeVarString(encoder, text);
    const decoder = createDecoder(toUint8Array(encoder));
    const read = written.map(() => readRepeatedString(decoder));
    expect(read).toEqual(written);
  },
);

test("a string that ends too early throws, as lib0 has it", () => {
  expect(() =>
    readRepeatedString(createDecoder(Uint8Array.of(5, 65, 66))),
  ).toThrow();
});

test("an update with values of every type has the effect that it has with Yjs", () => {
  const source = new Y.Doc();
  const map = source.getMap("shapes");
  const record = new Y.Map<unknown>();
  map.set("größe", record);
  const values = ["text", "文字", 1, 1.5, true, null, [1, "two"], { a: "b" }];
  for (const [i, value] of [...values, Uint8Array.of(1, 2, 3)].entries())
    record.set(`key ${i}`, value);
  record.set("text", new Y.Text("some 😀 text"));
  record.set("key 1", "overwritten");
  record.delete("key 4");
  const update = Y.encodeStateAsUpdate(source);

  const [ours, theirs] = [new Y.Doc(), new Y.Doc()];
  const origins: unknown[] = [];
  ours.on("afterTransaction", ({ origin, local }) =>
    origins.push({ origin, local }),
  );
  applyUpdate(ours, update, "somebody");
  Y.applyUpdate(theirs, update);

  expect(ours.getMap("shapes").toJSON()).toEqual(
    theirs.getMap("shapes").toJSON(),
  );
  expect(Y.encodeStateAsUpdate(ours)).toEqual(Y.encodeStateAsUpdate(theirs));
  expect(origins).toEqual([{ origin: "somebody", local: false }]);
});

test("an update that needs another waits for it", () => {
  const source = new Y.Doc();
  const updates: Uint8Array[] = [];
  source.on("update", (update: Uint8Array) => updates.push(update));
  source.getMap("shapes").set("a", 1);
  source.getMap("shapes").set("a", 2);
  const doc = new Y.Doc();
  for (const update of updates.reverse()) applyUpdate(doc, update, undefined);
  expect(doc.getMap("shapes").toJSON()).toEqual({ a: 2 });
});
