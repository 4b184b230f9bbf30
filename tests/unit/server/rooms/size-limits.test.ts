import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import * as limits from "@/core/protocol/limits";
import { MessageType } from "@/core/protocol/message-type";
import { encodeAwareness, readAwareness } from "@/server/rooms/awareness-codec";
import { encodeSyncStep1 } from "@/server/rooms/sync-messages";
import { settled, taken, TestRooms } from "../../../support/server-room";

const text = (length: number) => "x".repeat(length);

describe("sizes that are looked at before the content", () => {
  test("a live frame is read up to MAX_LIVE_BYTES", async () => {
    const rooms = new TestRooms();
    const [ada, ben] = [await rooms.join("ada"), await rooms.join("ben")];
    const frame = (bytes: number) =>
      new Uint8Array(bytes).fill(MessageType.live);

    ada.send(frame(limits.MAX_LIVE_BYTES));
    ben.send(frame(limits.MAX_LIVE_BYTES + 1));

    expect(ada.closed).toEqual({ code: 4400, reason: "BAD_LIVE" });
    expect(ben.closed).toEqual({ code: 1009, reason: "TOO_LARGE" });
  });

  test("a long message may promise what a room can hold, and a chunk more", async () => {
    const rooms = new TestRooms();
    const [ada, ben] = [await rooms.join("ada"), await rooms.join("ben")];
    const most = limits.MAX_ROOM_BYTES + limits.CHUNK_BYTES;
    const promise = (total: number) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MessageType.chunk);
        encoding.writeVarUint(encoder, total);
        encoding.writeVarUint(encoder, 0);
        const part = new Uint8Array(limits.CHUNK_BYTES);
        part[0] = MessageType.sync;
        encoding.writeUint8Array(encoder, part);
      });

    ada.send(promise(most));
    ben.send(promise(most + 1));

    expect(ada.closed).toBeUndefined();
    expect(ben.closed).toEqual({ code: 1009, reason: "TOO_LARGE" });
  });

  test("what somebody has is told in MAX_STATE_VECTOR_BYTES", async () => {
    const rooms = new TestRooms();
    const [ada, ben] = [await rooms.join("ada"), await rooms.join("ben")];
    const vector = (clients: number) =>
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, clients);
        for (let i = 0; i < clients; i++) {
          encoding.writeVarUint(encoder, 2 ** 28 + i);
          encoding.writeVarUint(encoder, 1);
        }
      });
    const clients = Math.floor(limits.MAX_STATE_VECTOR_BYTES / 6) - 1;

    ada.send(encodeSyncStep1(vector(clients)));
    ben.send(encodeSyncStep1(vector(clients + 2)));

    expect(ada.closed).toBeUndefined();
    expect(ben.closed).toEqual({ code: 1009, reason: "TOO_LARGE" });
  });

  test("a name is taken up to four times MAX_NAME_LENGTH, and shown up to it", async () => {
    const rooms = new TestRooms();
    const ada = await rooms.connect("ada");
    ada.hello(text(4 * limits.MAX_NAME_LENGTH));
    const ben = await rooms.connect("ben");
    ben.hello(text(4 * limits.MAX_NAME_LENGTH + 1));

    expect(ada.all("roster")[0]?.joined[0]?.name).toBe(
      text(limits.MAX_NAME_LENGTH),
    );
    expect(ben.closed).toEqual({ code: 4400, reason: "BAD_CONTROL" });
  });
});

test("a connection may be the first to use MAX_NEW_CLIENT_IDS client ids, and is not heard under more", async () => {
  const rooms = new TestRooms();
  const ada = await rooms.join("ada", { isStock: true });
  const ben = await rooms.join("ben", { isStock: true });
  const states = Array.from(
    { length: limits.MAX_NEW_CLIENT_IDS + 1 },
    (_, i) => ({ clientId: 1_000 + i, clock: 1, state: '{"n":1}' }),
  );

  ada.send(encodeAwareness(states));
  rooms.settle();

  const told = ben.messages
    .filter(([type]) => type === MessageType.awareness)
    .flatMap((message) => {
      const decoder = decoding.createDecoder(message);
      decoding.readVarUint(decoder);
      return readAwareness(decoder);
    });
  expect(told.map(({ clientId }) => clientId)).toEqual(
    states.slice(0, -1).map(({ clientId }) => clientId),
  );
  expect(ada.closed).toBeUndefined();
});

test("a short message that deletes two thousand million letters which are not there holds nobody up", async () => {
  const rooms = new TestRooms();
  const [ada, ben] = [await rooms.join("ada"), await rooms.join("ben")];
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0); // structs
    for (const number of [1, ben.doc.clientID, 1, 0, 2 ** 31 - 1])
      encoding.writeVarUint(encoder, number);
  });

  ada.update(update);
  ada.control({ kind: "barrier", n: 1 });
  ben.draw("b");
  ben.control({ kind: "barrier", n: 1 });
  // Some turns of the event loop, not some million.
  await taken();
  rooms.settle();

  expect(ben.last("saved")?.n).toBe(1);
  expect(ada.closed ?? ada.last("unsaved") ?? ada.last("saved")).toBeDefined();
});

describe("a room's size", () => {
  /** A document whose encoding has exactly so many bytes. */
  const documentOf = (bytes: number): Y.Doc => {
    const make = (length: number) => {
      const doc = new Y.Doc();
      doc.clientID = 1;
      doc.getMap("shapes").set("a", new Uint8Array(length));
      return doc;
    };
    const overhead = Y.encodeStateAsUpdate(make(bytes)).byteLength - bytes;
    return make(bytes - overhead);
  };

  test("a board of MAX_ROOM_STRUCTS is taken, and one of more is not", async () => {
    for (const [structs, answer] of [
      [limits.MAX_ROOM_STRUCTS, "saved"],
      [limits.MAX_ROOM_STRUCTS + 1, "unsaved"],
    ] as const) {
      const rooms = new TestRooms();
      const ada = await rooms.join("ada");
      ada.update(
        encoding.encode((encoder) => {
          for (const number of [1, structs, 7, 0])
            encoding.writeVarUint(encoder, number);
          // Deleted, one letter each: Yjs makes one struct of them once they are in.
          for (let i = 0; i < structs; i++) {
            encoding.writeUint8(encoder, 0);
            encoding.writeVarUint(encoder, 1);
          }
          encoding.writeVarUint(encoder, 0);
        }),
      );
      ada.control({ kind: "barrier", n: 1 });
      await vi.waitUntil(
        () => {
          rooms.settle();
          return ada.last("saved") ?? ada.last("unsaved");
        },
        { timeout: 20_000 },
      );

      expect([structs, ada.last(answer)?.n]).toEqual([structs, 1]);
    }
  });

  test("a board of LARGE_ROOM_BYTES is no reason for a warning, and a larger one is", async () => {
    for (const [bytes, codes] of [
      [limits.LARGE_ROOM_BYTES, []],
      [limits.LARGE_ROOM_BYTES + 1, ["ROOM_LARGE"]],
    ] as const) {
      const rooms = new TestRooms();
      const ada = await rooms.join("ada");
      ada.update(Y.encodeStateAsUpdate(documentOf(bytes)));
      await taken();
      // It has been measured since.
      ada.draw("one more");
      rooms.settle();

      expect(ada.all("notice").map(({ code }) => code)).toEqual(codes);
      expect([...rooms.tally.refusals.keys()]).toEqual(codes);
    }
  });

  test("a board of MAX_ROOM_BYTES is taken, and a larger one is not", async () => {
    const empty = Y.encodeStateAsUpdate(new Y.Doc()).byteLength;
    for (const [bytes, answer] of [
      [limits.MAX_ROOM_BYTES - empty, "saved"],
      [limits.MAX_ROOM_BYTES - empty + 1, "unsaved"],
    ] as const) {
      const rooms = new TestRooms();
      const ada = await rooms.join("ada");
      ada.update(Y.encodeStateAsUpdate(documentOf(bytes)));
      ada.control({ kind: "barrier", n: 1 });
      await taken();
      await settled();
      rooms.settle();

      expect(ada.last(answer)).toMatchObject({ n: 1 });
      expect(ada.closed).toBeUndefined();
      expect(rooms.tally.refusals.get("ROOM_TOO_LARGE") ?? 0).toBe(
        answer === "saved" ? 0 : 1,
      );
    }
  });
});
