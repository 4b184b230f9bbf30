import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { encodeControl } from "@/core/protocol/control-codec";
import { encodeUpdate } from "@/server/rooms/sync-messages";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { FailingStorage } from "../../../support/server-failing-storage";
import { MAY_DRAW } from "../../../support/standings";
import type { FakeMember } from "../../../support/server-fake-member";
import { settled, taken, TestRooms } from "../../../support/server-room";

describe("coming in", () => {
  test("a member is welcomed with all that they need to know", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");

    expect(ada.controls.slice(0, 4)).toEqual([
      {
        kind: "welcome",
        user: "ada",
        role: "editor",
        slot: 0,
        epoch: expect.stringMatching(/^\w{16}$/),
        seq: 0,
        time: rooms.clock.now() - 50,
        limits: { chatLength: 4000, roomBytes: 20 * 1024 * 1024 },
      },
      { kind: "role", ...MAY_DRAW },
      {
        kind: "roster",
        full: true,
        joined: [
          {
            slot: 0,
            user: "ada",
            name: "ada",
            colour: expect.stringMatching(/^#/),
            joinedAt: rooms.clock.now() - 50,
          },
        ],
        left: [],
      },
      { kind: "count", people: 1, version: expect.any(Number) },
    ]);
  });

  test("a member is told how much is stored, and not what is on its way there", async () => {
    const storage = new FailingStorage(new MemoryBoardStorage(mergeUpdates));
    const rooms = new TestRooms(storage);
    const ada = await rooms.join("ada");
    storage.hold();
    ada.draw("a");
    await settled();

    const ben = await rooms.join("ben");
    expect(ben.last("welcome")?.seq).toBe(0);
    storage.release();
    await settled();

    const cy = await rooms.join("cy");
    expect(cy.last("welcome")?.seq).toBe(1);
  });

  test("who says nothing for five seconds is sent away", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.connect("ada");
    const ben = await rooms.connect("ben");
    ben.sync();
    const cy = await rooms.connect("cy");
    cy.hello("Cy");

    rooms.clock.advance(4_999);
    expect(ada.closed).toBeUndefined();
    rooms.clock.advance(1);

    expect(ada.closed).toEqual({ code: 4508, reason: "NO_HELLO" });
    expect(ben.closed ?? cy.closed).toBeUndefined();
  });

  test("a client of another version is told to renew itself", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.connect("ada");

    ada.control({ kind: "hello", protocol: 0, name: "Ada", clientId: 1 });

    expect(ada.closed).toEqual({ code: 4409, reason: "OUTDATED_CLIENT" });
  });

  test("what a member had to hear is not repeated to one who has just come", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    ada.draw("a");
    ada.draw("b");

    const ben = await rooms.connect("ben");
    ben.hello("ben");
    rooms.settle();

    // The step 2 is going to bring them.
    expect(ben.messages.filter(([type]) => type === 0)).toEqual([]);
  });
});

describe("what a member breaks", () => {
  test.each<[string, Uint8Array, number, string]>([
    ["nothing at all", new Uint8Array(), 4400, "BAD_MESSAGE"],
    ["an unknown type", new Uint8Array([99]), 4400, "UNKNOWN_MESSAGE"],
    ["half a sync message", new Uint8Array([0, 2, 9]), 4400, "BAD_MESSAGE"],
    ["an unknown sync message", new Uint8Array([0, 9, 0]), 4400, "BAD_MESSAGE"],
    [
      "a spoilt state vector",
      new Uint8Array([0, 0, 1, 5]),
      4400,
      "BAD_MESSAGE",
    ],
    [
      "a spoilt update",
      encodeUpdate(new Uint8Array([5, 5])),
      4400,
      "BAD_UPDATE",
    ],
    [
      "control that is not JSON",
      new Uint8Array([64, 1, 123]),
      4400,
      "BAD_CONTROL",
    ],
    [
      "an unknown control",
      encodeControl({ kind: "sudo" } as never),
      4400,
      "BAD_CONTROL",
    ],
    ["an empty live frame", new Uint8Array([65]), 4400, "BAD_LIVE"],
    ["a huge live frame", new Uint8Array(20_000).fill(65), 1009, "TOO_LARGE"],
    ["a chunk out of order", new Uint8Array([66, 9, 5, 1]), 4400, "BAD_CHUNK"],
    ["a chunk without a length", new Uint8Array([66, 200]), 4400, "BAD_CHUNK"],
    ["a chunked chat", new Uint8Array([66, 2, 0, 64, 1]), 4400, "BAD_CHUNK"],
  ])("%s ends only their own connection", async (_, message, code, reason) => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const ben = await rooms.join("ben");

    ben.send(message);
    ben.draw("too late");
    ada.draw("a");
    rooms.settle();

    expect(ben.closed).toEqual({ code, reason });
    expect(ada.closed).toBeUndefined();
    const cy = await rooms.join("cy");
    expect(cy.doc.getMap("shapes").toJSON()).toEqual({ a: 1 });
  });

  test("a stock client may not speak what is ours", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada", { isStock: true });

    ada.control({ kind: "barrier", n: 1 });

    expect(ada.closed).toEqual({ code: 4400, reason: "UNKNOWN_MESSAGE" });
  });

  test("a text message is not part of the protocol", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");

    ada.sendText();

    expect(ada.closed).toEqual({ code: 4400, reason: "BAD_MESSAGE" });
  });
});

describe("what a member sends too much of", () => {
  test("updates: is read more slowly, and loses none", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    for (let i = 0; i < 450; i++) ada.draw(`${i}`);

    expect(ada.isPaused).toBe(true);
    rooms.clock.advance(1000);
    expect(ada.isPaused).toBe(false);

    const ben = await rooms.join("ben");
    expect(ben.doc.getMap("shapes").size).toBe(450);
  });

  test("updates for half a minute: is closed", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    for (let second = 0; second < 40; second++) {
      for (let i = 0; i < 300 && ada.isOpen; i++) ada.draw(`${second}/${i}`);
      rooms.clock.advance(1000);
      ada.pong();
    }

    expect(ada.closed).toEqual({ code: 4529, reason: "TOO_MANY_MESSAGES" });
  });

  test("control messages: is closed", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    for (let n = 1; n <= 201; n++) ada.control({ kind: "barrier", n });

    expect(ada.closed).toEqual({ code: 4529, reason: "TOO_MANY_MESSAGES" });
  });

  test("chat: has the message refused", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    for (let i = 1; i <= 11; i++)
      ada.control({ kind: "chat", nonce: `${i}`, text: "Hello" });

    expect(ada.all("error")).toEqual([
      { kind: "error", code: "CHAT_TOO_FAST", nonce: "11" },
    ]);
    expect(ada.closed).toBeUndefined();
  });

  test("a room that is full takes deletions, but nothing new", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const big = new Uint8Array(5 * 1024 * 1024);
    for (const id of ["a", "b", "c", "d", "e"]) put(ada, id, big);
    ada.control({ kind: "barrier", n: 1 });
    await taken();
    rooms.settle();

    expect(ada.last("notice")?.code).toBe("ROOM_LARGE");
    expect(ada.last("unsaved")).toEqual({
      kind: "unsaved",
      n: 1,
      code: "ROOM_TOO_LARGE",
    });
    const ben = await rooms.join("ben");
    expect([...ben.doc.getMap("pictures").keys()].sort()).toEqual([
      "a",
      "b",
      "c",
    ]);
    const known = Y.encodeStateVector(ben.doc);
    ben.doc.getMap("pictures").delete("a");
    ben.update(Y.encodeStateAsUpdate(ben.doc, known));
    rooms.settle();
    const cy = await rooms.join("cy");
    expect([...cy.doc.getMap("pictures").keys()].sort()).toEqual(["b", "c"]);
  });

  test("what a full room has refused is asked for again once there is space", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.join("ada");
    const big = new Uint8Array(5 * 1024 * 1024);
    for (const id of ["a", "b", "c", "d"]) put(ada, id, big);
    ada.control({ kind: "barrier", n: 1 });
    await taken();
    expect(ada.last("unsaved")?.code).toBe("ROOM_TOO_LARGE");

    const known = Y.encodeStateVector(ada.doc);
    ada.doc.getMap("pictures").delete("a");
    ada.update(Y.encodeStateAsUpdate(ada.doc, known));
    ada.control({ kind: "barrier", n: 2 });
    await taken();

    expect(ada.last("saved")?.n).toBe(2);
    const ben = await rooms.join("ben");
    expect([...ben.doc.getMap("pictures").keys()].sort()).toEqual([
      "b",
      "c",
      "d",
    ]);
  });
});

/** Puts something into the document that may be deleted again. */
function put(member: FakeMember, id: string, value: Uint8Array): void {
  const known = Y.encodeStateVector(member.doc);
  member.doc.getMap("pictures").set(id, value);
  member.update(Y.encodeStateAsUpdate(member.doc, known));
}
