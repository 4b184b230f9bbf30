import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FailingStorage } from "../../../support/server-failing-storage";
import type { FakeMember } from "../../../support/server-fake-member";
import { PLANS, settled, TestRooms } from "../../../support/server-room";

function openRooms() {
  const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
  return { storage, rooms: new TestRooms(storage) };
}

const ask = (member: FakeMember, n: number) =>
  member.control({ kind: "barrier", n });

describe("saved", () => {
  test("is said only after the commit of everything that came before the question", async () => {
    const { storage, rooms } = openRooms();
    const ada = await rooms.join("ada");
    storage.hold();
    ada.draw("a");
    ada.draw("b");
    ask(ada, 1);
    await settled();
    expect(ada.all("saved")).toEqual([]);

    storage.release();
    await settled();

    expect(ada.all("saved")).toEqual([{ kind: "saved", n: 1, seq: 2 }]);
  });

  test("is said at once when nothing waits", async () => {
    const { rooms } = openRooms();
    const ada = await rooms.join("ada");

    ask(ada, 1);

    expect(ada.all("saved")).toEqual([{ kind: "saved", n: 1, seq: 0 }]);
  });

  test("is not said before the member has been given the room's content", async () => {
    const { rooms } = openRooms();
    const ada = await rooms.connect("ada");
    ada.hello("Ada");
    ask(ada, 1);
    ask(ada, 2);
    expect(ada.all("saved")).toEqual([]);

    ada.sync();

    expect(ada.all("saved").map(({ n }) => n)).toEqual([2]);
    const step2 = ada.messages.findIndex(
      ([type, kind]) => type === 0 && kind === 1,
    );
    const saved = ada.messages.map(([type]) => type).lastIndexOf(64);
    expect(step2).toBeGreaterThan(-1);
    expect(step2).toBeLessThan(saved);
  });

  test("is said to each for what they have sent themselves", async () => {
    const { storage, rooms } = openRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");
    ada.draw("a");
    await settled();
    storage.hold();
    ben.draw("b");

    ask(ada, 1);
    ask(ben, 1);
    storage.release();
    await settled();

    expect(ada.last("saved")?.n).toBe(1);
    expect(ben.last("saved")).toEqual({ kind: "saved", n: 1, seq: 2 });
  });
});

describe("unsaved", () => {
  test("is said while the disk fails, and saved again when it has recovered", async () => {
    const { storage, rooms } = openRooms();
    const ada = await rooms.join("ada");
    storage.isFailing = true;
    ada.draw("a");
    ask(ada, 1);
    await settled();
    ask(ada, 2);
    rooms.settle();
    expect(ada.all("unsaved")).toEqual([
      { kind: "unsaved", n: 1, code: "STORAGE" },
      { kind: "unsaved", n: 2, code: "STORAGE" },
    ]);
    expect(ada.all("notice")).toEqual([{ kind: "notice", code: "NOT_SAVED" }]);

    storage.isFailing = false;
    rooms.clock.advance(200);
    await settled();
    rooms.settle();
    ask(ada, 3);

    expect(ada.last("notice")?.code).toBe("SAVED_AGAIN");
    expect(ada.last("saved")).toEqual({ kind: "saved", n: 3, seq: 1 });
  });

  test("is said while something refers to changes that are missing, which are asked for", async () => {
    const { rooms } = openRooms();
    const ada = await rooms.join("ada");
    const updates: Uint8Array[] = [];
    ada.doc.on("update", (update: Uint8Array) => updates.push(update));
    ada.doc.getMap("shapes").set("a", 1);
    ada.doc.getMap("shapes").set("b", 2);
    ada.isSilent = true;

    ada.update(updates[1]!);
    ask(ada, 1);
    expect(ada.all("unsaved")).toEqual([
      { kind: "unsaved", n: 1, code: "PENDING" },
    ]);
    expect(ada.questions).toBe(2);
    ada.isSilent = false;
    ada.answer();
    ask(ada, 2);
    await settled();

    expect(ada.last("saved")).toEqual({ kind: "saved", n: 2, seq: 1 });
    const ben = await rooms.join("ben");
    expect(ben.doc.getMap("shapes").toJSON()).toEqual({ a: 1, b: 2 });
  });
});

describe("a gap that one member has left", () => {
  test("keeps nobody else from having their changes saved", async () => {
    const { rooms } = openRooms();
    const ada = await rooms.join("ada");
    ada.isSilent = true;
    ada.update(thirdOf(ada));
    const ben = await rooms.join("ben");
    ben.draw("b");
    ask(ben, 1);
    await settled();
    expect(ben.last("saved")).toEqual({ kind: "saved", n: 1, seq: 1 });

    ada.leave();
    const cy = await rooms.join("cy");
    cy.draw("c");
    ask(cy, 1);
    await settled();

    expect(cy.last("saved")).toEqual({ kind: "saved", n: 1, seq: 2 });
    expect(cy.all("unsaved")).toEqual([]);
    expect(cy.doc.store.pendingStructs).toBeNull();
  });

  test.each(["leaves", "cannot fill it"])(
    "is forgotten when they %s",
    async (end) => {
      const { rooms } = openRooms();
      const ada = await rooms.join("ada");
      const updates = updatesOf(ada);
      ada.isSilent = true;
      ada.update(updates[2]!);

      if (end === "leaves") ada.leave();
      else ada.send(NOTHING_MORE);
      const ben = await rooms.join("ben");
      // Under the id of one who is here nobody else is believed.
      const bringer = end === "leaves" ? ben : ada;
      for (const update of updates.slice(0, 2)) bringer.update(update);
      rooms.settle();

      const cy = await rooms.join("cy");
      expect(cy.doc.getMap("shapes").toJSON()).toEqual({ a: 1, b: 2 });
    },
  );
});

/** A sync step 2 that brings nothing. */
const NOTHING_MORE = new Uint8Array([0, 1, 2, 0, 0]);

/** Three changes by the member, which they have not sent. */
function updatesOf({ doc }: FakeMember): Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const [i, id] of ["a", "b", "c"].entries())
    doc.getMap("shapes").set(id, i + 1);
  return updates;
}

const thirdOf = (member: FakeMember) => updatesOf(member)[2]!;

test("an update that brings nothing new is neither stored nor passed on", async () => {
  const { rooms } = openRooms();
  const ada = await rooms.join("ada");
  const ben = await rooms.join("ben");
  ada.draw("a");
  rooms.settle();
  await settled();
  const heard = ada.messages.length;

  ben.update(Y.encodeStateAsUpdate(ben.doc));
  ben.sync();
  rooms.settle();

  expect(ada.messages).toHaveLength(heard);
  expect((await rooms.storage.load(PLANS))?.lastSeq).toBe(1);
});
