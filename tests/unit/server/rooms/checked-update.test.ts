import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { checkUpdate } from "@/server/rooms/checked-update";

const refused = expect.objectContaining({ code: "BAD_UPDATE" });

function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
}

describe("checkUpdate", () => {
  test("tells how far the document must reach to contain an update", () => {
    const update = updateOf((doc) => doc.getText("t").insert(0, "hello"));

    const { hasContent, ends } = checkUpdate(update);

    expect(hasContent).toBe(true);
    expect([...ends]).toEqual([[7, 5]]);
  });

  test("tells deletions from content", () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    doc.getText("t").insert(0, "hello");
    let deletion = new Uint8Array();
    doc.on("update", (update: Uint8Array) => (deletion = update.slice()));
    doc.getText("t").delete(1, 2);

    const { hasContent, ends } = checkUpdate(deletion);

    expect(hasContent).toBe(false);
    expect([...ends]).toEqual([[7, 3]]);
  });

  test("finds nothing in an update that says nothing", () => {
    const { hasContent, ends } = checkUpdate(updateOf(() => {}));

    expect(hasContent).toBe(false);
    expect(ends.size).toBe(0);
  });

  test("refuses every beginning of an update", () => {
    const update = updateOf((doc) => {
      doc.getMap("shapes").set("a", new Y.Map([["at", [1, 2]]]));
    });

    for (let length = 0; length < update.byteLength; length++)
      expect(
        () => checkUpdate(update.subarray(0, length)),
        `${length} bytes`,
      ).toThrow(refused);
  });

  test("refuses an item that refers to itself", () => {
    // One client (7) with one item at clock 0, whose left neighbour is said to be the item itself.
    const update = new Uint8Array([1, 1, 7, 0, 0x84, 7, 0, 1, 0x61, 0]);

    expect(() => checkUpdate(update)).toThrow(refused);
  });

  test("refuses a deletion of no length", () => {
    // No items, then one client (7) with one range from clock 0 on.
    expect(() => checkUpdate(new Uint8Array([0, 1, 7, 1, 0, 0]))).toThrow(
      refused,
    );
  });
});
