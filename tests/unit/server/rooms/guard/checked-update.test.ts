import { describe, expect, test } from "vitest";
import { MAX_BARE_CLOCKS } from "@/core/protocol/limits";
import * as Y from "yjs";
import { MAX_CLOCK } from "@/core/protocol/limits";
import { checkInSteps, checkUpdate } from "@/server/rooms/guard/checked-update";
import { varUints } from "../../../../support/hostile-updates";
import { rules } from "../../../../support/server-update-rules";

const refused = expect.objectContaining({ code: "BAD_UPDATE" });
const check = (update: Uint8Array) => checkUpdate(update, rules());

function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** The updates that a person makes one by one. */
function updatesOf(...changes: ((doc: Y.Doc) => void)[]): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const change of changes) change(doc);
  return updates;
}

describe("checkUpdate", () => {
  test("tells how far the document must reach to contain an update", () => {
    const update = updateOf((doc) => doc.getText("t").insert(0, "hello"));

    const { hasContent, ends } = check(update);

    expect(hasContent).toBe(true);
    expect([...ends]).toEqual([[7, 5]]);
  });

  test("tells deletions from content", () => {
    const [, deletion] = updatesOf(
      (doc) => doc.getText("t").insert(0, "hello"),
      (doc) => doc.getText("t").delete(1, 2),
    );

    const { hasContent, ends, deletes } = check(deletion!);

    expect(hasContent).toBe(false);
    expect([...ends]).toEqual([[7, 3]]);
    expect([...deletes]).toEqual([[7, [{ clock: 1, len: 2 }]]]);
  });

  test("finds nothing in an update that says nothing", () => {
    const { hasContent, ends } = check(updateOf(() => {}));

    expect(hasContent).toBe(false);
    expect(ends.size).toBe(0);
  });

  test("is the update itself when all of it is admitted, and its two halves have its effect", () => {
    const update = updateOf((doc) => {
      doc.getText("t").insert(0, "hello");
      doc.getText("t").delete(1, 2);
    });

    const { bytes, structs, deletion } = check(update);

    expect(bytes).toBe(update);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, structs);
    Y.applyUpdate(doc, deletion);
    expect(doc.getText("t").toJSON()).toBe("hlo");
  });

  test("refuses every beginning of an update, and one that goes on after its end", () => {
    const update = updateOf((doc) => {
      doc.getMap("shapes").set("a", new Y.Map([["at", [1, 2]]]));
    });

    for (let length = 0; length < update.byteLength; length++)
      expect(
        () => check(update.subarray(0, length)),
        `${length} bytes`,
      ).toThrow(refused);
    expect(() => check(new Uint8Array([...update, 0]))).toThrow(refused);
  });

  test("refuses the other encoding of an update", () => {
    const doc = new Y.Doc();
    doc.getMap("shapes").set("a", new Y.Map([["at", [1, 2]]]));

    expect(() => check(Y.encodeStateAsUpdateV2(doc))).toThrow(refused);
  });

  // One client (7) from clock 0 on, with one struct.
  test.each([
    ["an item that refers to itself", [1, 1, 7, 0, 0x84, 7, 0, 1, 0x61, 0]],
    ["a deletion of no length", [0, 1, 7, 1, 0, 0]],
    ["a struct of no length", [1, 1, 7, 0, 0, 0, 0]],
    [
      "a clock beyond all counting",
      [1, 1, 7, ...varUints(2 ** 53 - 8), 0, 1, 0],
    ],
    [
      "a length beyond all counting",
      [1, 1, 7, 0, 0, ...varUints(MAX_CLOCK + 1), 0],
    ],
    [
      "deletions beyond all counting",
      [0, 1, 7, 1, 0, ...varUints(2 ** 53 - 1)],
    ],
    [
      "a number that is no number",
      [1, 1, 7, ...Array<number>(12).fill(255), 0],
    ],
    ["more clients than there are", [...varUints(2 ** 31), 1, 7, 0, 0, 1, 0]],
    ["more structs than there are", [1, ...varUints(2 ** 31), 7, 0, 0, 1, 0]],
    ["more deletions than there are", [0, 1, 7, ...varUints(2 ** 31), 0, 1]],
    [
      "more values than there are",
      [1, 1, 7, 0, 8, 1, 1, 97, ...varUints(2 ** 31), 126, 0],
    ],
    ["one client twice", [2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0]],
    ["a content that there is not", [1, 1, 7, 0, 31, 1, 1, 97, 0]],
    ["a type that there is not", [1, 1, 7, 0, 7, 1, 1, 97, 9, 0]],
    ["JSON that is none", [1, 1, 7, 0, 5, 1, 1, 97, 1, 0x7b, 0]],
  ])("refuses %s", (_, bytes) => {
    expect(() => check(new Uint8Array(bytes))).toThrow(refused);
  });

  test.each([
    ["of a map", (doc: Y.Doc) => doc.getMap("shapes").set("__proto__", 1)],
    ["of a root type", (doc: Y.Doc) => doc.getMap("prototype").set("a", 1)],
    [
      "of a record",
      (doc: Y.Doc) =>
        doc.getMap("shapes").set("a", new Y.Map([["constructor", 1]])),
    ],
    [
      "within a value",
      (doc: Y.Doc) =>
        doc
          .getMap("shapes")
          .set("a", [1, { b: JSON.parse('{"__proto__":{"x":1}}') as object }]),
    ],
    [
      "of a format",
      (doc: Y.Doc) => doc.getText("t").insert(0, "a", { prototype: 1 }),
    ],
    [
      "within what is embedded",
      (doc: Y.Doc) => doc.getText("t").insertEmbed(0, { prototype: [1] }),
    ],
  ])("refuses __proto__ and its like as a key %s", (_, change) => {
    expect(() => check(updateOf(change))).toThrow(refused);
  });

  test("takes words and values that only look like such keys", () => {
    const update = updateOf((doc) => {
      doc.getText("t").insert(0, "__proto__ constructor prototype");
      doc.getMap("shapes").set("a", ["__proto__", { constructors: 1 }]);
    });

    expect(check(update).bytes).toBe(update);
  });

  test("refuses values so deep that somebody's stack would not hold them", () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 100; depth++) value = [value];

    const update = updateOf((doc) => doc.getMap("shapes").set("a", value));

    expect(() => check(update)).toThrow(refused);
  });

  test("leaves out what comes after a gap", () => {
    const [first, second, third] = updatesOf(
      (doc) => doc.getText("t").insert(0, "a"),
      (doc) => doc.getText("t").insert(1, "b"),
      (doc) => doc.getText("t").insert(2, "c"),
    );

    const update = check(Y.mergeUpdates([first!, third!]));

    expect(update.bytes).toEqual(first);
    expect([...update.ends]).toEqual([[7, 3]]);
    expect(update.foreign).toEqual([]);
    expect(check(second!).hasContent).toBe(false);
  });

  test("takes of another's only what says something", () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    doc.getText("t").insert(0, "gone".repeat(100));
    doc.getText("t").delete(1, 399);
    doc.getMap("m").set("a", 1);
    const whole = Y.encodeStateAsUpdate(doc);

    const update = checkUpdate(whole, rules("content"));

    const copy = new Y.Doc();
    Y.applyUpdate(copy, update.structs);
    expect(copy.getText("t").toJSON()).toBe("g");
    expect(update.foreign).toEqual([7]);
    // What took the place of the deleted may be among what is left out.
    expect(update.deletes.size).toBe(0);
    Y.applyUpdate(copy, update.bytes);
    expect(copy.getText("t").toJSON()).toBe("g");
    // It is not there, whoever is to bring it.
    expect([...update.ends]).toEqual([[7, 401]]);
    expect(checkUpdate(whole, rules("nothing")).hasContent).toBe(false);
  });

  test("takes of another's a run of MAX_BARE_CLOCKS that were deleted, and no longer one", () => {
    const deleting = (letters: number) =>
      updateOf((doc) => {
        doc.getText("t").insert(0, "x".repeat(1 + letters));
        doc.getText("t").delete(1, letters);
      });
    const cutOf = (letters: number) =>
      checkUpdate(deleting(letters), rules("content")).sections[0]?.cut;

    expect(cutOf(MAX_BARE_CLOCKS)).toBeUndefined();
    expect(cutOf(MAX_BARE_CLOCKS + 1)).toBe("foreign");
  });

  test.each([
    ["structs", [1, 0, 7, 0, 0]],
    ["deleted ranges", [0, 1, 7, 0]],
  ])("refuses a client with no %s", (_, bytes) => {
    expect(() => checkUpdate(Uint8Array.from(bytes), rules())).toThrow(
      "nothing of a client",
    );
  });

  test.each([
    ["a document without options", "010107000901017804677569647e00"],
    ["a key that is no UTF-8", "010107000801017801760102fffe7e00"],
    ["a name that is no UTF-8", "01010700070101780302fffe00"],
  ])("refuses %s, which Yjs would fail at in the middle", (_, hex) => {
    expect(() => checkUpdate(Buffer.from(hex, "hex"), rules())).toThrow(
      "unreadable",
    );
  });

  test("does not judge what is known", () => {
    const update = updateOf((doc) => {
      doc.getText("t").insert(0, "gone");
      doc.getText("t").delete(0, 4);
    });

    const { bytes } = checkUpdate(
      update,
      rules("nothing", () => 4),
    );

    expect(bytes).toBe(update);
  });

  test("stops now and then in a long one", () => {
    const update = updateOf((doc) => {
      for (let i = 0; i < 10_000; i++) doc.getMap("m").set("same", i);
    });
    const sparse = updateOf((doc) => {
      for (let i = 0; i < 10_000; i++) doc.getArray("l").insert(0, [i]);
    });

    expect([...checkInSteps(sparse, rules())]).toHaveLength(2);
    expect([...checkInSteps(update, rules())]).toHaveLength(0);
  });
});
