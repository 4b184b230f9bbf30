import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { encodeUpdate } from "@/server/rooms/sync-messages";
import { AttackedRoom, type Victim } from "../support/attacked-room";
import {
  claimOf,
  deletionOf,
  itemOf,
  varUints,
} from "../support/hostile-updates";

const VICTIMS: readonly Victim[] = ["ours", "stock"];

describe.each(VICTIMS)(
  "the work of an honest person with %s client",
  (victim) => {
    test("is not hidden by sixteen bytes that claim their clocks", async () => {
      const room = await AttackedRoom.open();
      const claim = claimOf(room.idOf(victim), room.stateOf(victim), 2 ** 30);
      expect(claim.byteLength).toBeLessThanOrEqual(17);

      room.attack(claim);
      await room.isDone();

      expect(room.mallory.closed).toBeUndefined();
      await room.expectUnharmed();
    });

    test("is not hidden by something that is said in their name", async () => {
      const room = await AttackedRoom.open();

      room.attack(
        itemOf({ client: room.idOf(victim), clock: room.stateOf(victim) }),
      );
      await room.isDone();

      await room.expectUnharmed();
    });

    test("is not hidden by a run of nothing, or by something behind one", async () => {
      const room = await AttackedRoom.open();
      const id = room.idOf(victim);
      const state = room.stateOf(victim);

      // Deleted content in a root type "x", and a skip.
      for (const run of [[1, 1, 1, 0x78], [10]])
        room.attack(
          new Uint8Array([
            ...[1, 1, ...varUints(id, state)],
            ...[...run, ...varUints(5_000), 0],
          ]),
        );
      room.attack(itemOf({ client: id, clock: state + 100 }));
      await room.isDone();

      await room.expectUnharmed();
    });

    test("is not deleted by seventeen bytes", async () => {
      const room = await AttackedRoom.open();
      const deletion = deletionOf(room.idOf(victim), room.stateOf(victim));
      expect(deletion.byteLength).toBeLessThanOrEqual(17);

      room.mallory.send(encodeUpdate(deletion));

      expect(await room.mallory.whenClosed()).toEqual({
        code: 4400,
        reason: "FORBIDDEN_DELETION",
      });
      await room.expectUnharmed();
    });

    test("is not deleted before it is drawn", async () => {
      const room = await AttackedRoom.open();
      const future = new Uint8Array([
        0,
        1,
        ...varUints(room.idOf(victim), 1, room.stateOf(victim), 100_000),
      ]);

      room.attack(future);
      await room.isDone();

      expect(room.mallory.closed).toBeUndefined();
      await room.expectUnharmed();
    });

    test("is not made somebody else's by whoever says that their client id is theirs", async () => {
      const room = await AttackedRoom.open();
      const id = room.idOf(victim);
      const state = room.stateOf(victim);

      room.mallory.doc.clientID = id;
      room.mallory.hello("Mallory");
      room.attack(claimOf(id, state, 1_000));
      await room.isDone();

      await room.expectUnharmed();
    });
  },
);

describe("a shape", () => {
  test.each([
    [
      "the deletion of its entry",
      (doc: Y.Doc, id: string) => doc.getMap("shapes").delete(id),
    ],
    [
      "the deletion of its kind",
      (doc: Y.Doc, id: string) => recordIn(doc, id).delete("kind"),
    ],
    [
      "an entry that comes and goes in its place",
      (doc: Y.Doc, id: string) =>
        doc.transact(() => {
          doc.getMap("shapes").set(id, 1);
          doc.getMap("shapes").delete(id);
        }),
    ],
    [
      "another entry in its place",
      (doc: Y.Doc, id: string) => doc.getMap("shapes").set(id, 1),
    ],
  ])("is not taken away by %s", async (_, change) => {
    const room = await AttackedRoom.open();
    const { doc } = room.mallory;
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const known = Y.encodeStateVector(copy);

    change(copy, room.note);
    room.mallory.send(encodeUpdate(Y.encodeStateAsUpdate(copy, known)));

    expect(await room.mallory.whenClosed()).toEqual({
      code: 4400,
      reason: "FORBIDDEN_DELETION",
    });
    await room.expectUnharmed();
  });

  test("keeps the name of whoever made it", async () => {
    const room = await AttackedRoom.open();
    const { mallory, ada, note } = room;
    const authorIn = (doc: Y.Doc) => recordIn(doc, note).get("author");
    const bens = room.ben.addNote("Ben's");
    await mallory.until(() => mallory.doc.getMap("shapes").has(bens));

    recordIn(mallory.doc, note).set("author", mallory.last("welcome")!.user);
    await mallory.until(() => authorIn(mallory.doc) === ada.user);
    recordIn(mallory.doc, note).delete("author");
    await mallory.until(() => authorIn(mallory.doc) === ada.user);
    mallory.doc.getMap("shapes").set(
      "forged",
      new Y.Map([
        ["kind", "note"],
        ["author", ada.user],
      ]),
    );
    const user = mallory.last("welcome")!.user;
    await mallory.until(
      () => recordIn(mallory.doc, "forged").get("author") === user,
    );

    expect(mallory.closed).toBeUndefined();
    expect(authorIn(room.ada.doc)).toBe(ada.user);
  });

  test("is signed right again under the server's own client id, which nobody else can use", async () => {
    const room = await AttackedRoom.open();
    const { mallory, ada, note } = room;
    const before = new Set(mallory.doc.store.clients.keys());
    const forge = async () => {
      recordIn(mallory.doc, note).set("author", "mallory");
      await mallory.until(
        () => recordIn(mallory.doc, note).get("author") === ada.user,
      );
    };
    await forge();
    const servers = [...mallory.doc.store.clients.keys()].find(
      (client) => !before.has(client) && client !== mallory.doc.clientID,
    )!;

    room.attack(
      claimOf(servers, Y.getState(mallory.doc.store, servers), 1_000),
    );
    await room.isDone();
    await forge();

    await room.expectUnharmed();
  });
});

describe("the server", () => {
  test.each([
    ["a key that is no key", keyed("__proto__")],
    ["a clock of 2^53", itemOf({ client: 7, clock: 2 ** 53 - 1 })],
    ["a run of 2^52 clocks", claimOf(7, 0, 2 ** 52)],
    ["deletions of 2^52 clocks", deletionOf(7, 2 ** 52)],
    [
      "a count of clients that are not there",
      new Uint8Array([...varUints(2 ** 40), 1, 7, 0]),
    ],
    [
      "a count of structs that are not there",
      new Uint8Array([1, ...varUints(2 ** 31 - 1), 7, 0, 0, 1]),
    ],
    [
      "a count of values that are not there",
      new Uint8Array([1, 1, 7, 0, 8, 1, 1, 120, ...varUints(2 ** 40)]),
    ],
    [
      "a count of deletions that are not there",
      new Uint8Array([0, 1, 7, ...varUints(2 ** 40), 0, 1]),
    ],
    ["the other encoding", Y.encodeStateAsUpdateV2(drawn())],
  ])("refuses %s, and nobody notices", async (_, update) => {
    const room = await AttackedRoom.open();

    room.mallory.send(encodeUpdate(update));

    expect(await room.mallory.whenClosed()).toEqual({
      code: 4400,
      reason: "BAD_UPDATE",
    });
    await room.expectUnharmed();
  });

  test("keeps nothing that waits for what never comes", async () => {
    const room = await AttackedRoom.open();
    const { mallory } = room;
    for (let i = 0; i < 300; i++)
      mallory.send(
        encodeUpdate(
          itemOf({ client: 7, clock: i + 1, text: "x".repeat(1_000) }),
        ),
      );
    for (let i = 0; i < 50; i++)
      mallory.send(
        encodeUpdate(
          itemOf({ client: 8, clock: 0, origin: { client: 9, clock: i } }),
        ),
      );
    await room.isDone();

    const joiner = await room.joiner();
    expect(joiner.doc.store.pendingStructs).toBeNull();
    await room.expectUnharmed();
  });

  test("is not kept busy by a range that is longer than anything in it", async () => {
    const room = await AttackedRoom.open();
    const id = room.mallory.doc.clientID;

    room.attack(claimOf(id, 0, 2 ** 30));
    room.attack(deletionOf(id, 2 ** 31));
    await room.isDone();

    expect(room.mallory.closed).toBeUndefined();
    await room.expectUnharmed();
  });
});

const recordIn = (doc: Y.Doc, id: string) =>
  doc.getMap<Y.Map<unknown>>("shapes").get(id)!;

function drawn(): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap("shapes").set("a", new Y.Map([["at", [1, 2]]]));
  return doc;
}

function keyed(key: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("shapes").set("a", new Y.Map([[key, 1]]));
  return Y.encodeStateAsUpdate(doc);
}
