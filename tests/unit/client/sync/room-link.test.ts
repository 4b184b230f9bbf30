import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as syncProtocol from "y-protocols/sync";
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { RoomLink } from "@/client/sync/room-link";
import { asBoardId, asUserId } from "@/core/base/ids";
import { seededRandom } from "@/core/base/random";
import { readClientControl } from "@/core/protocol/client-control";
import { encodeControl } from "@/core/protocol/control-codec";
import type { ServerControl } from "@/core/protocol/control-message";
import { MessageType } from "@/core/protocol/message-type";
import { FakeClock } from "../../../support/fake-clock";
import { FakeSocket } from "../../../support/fake-socket";
import { keepingNothing } from "@/demo/keeping-nothing";

let clock: FakeClock;
let sockets: FakeSocket[];
let doc: Y.Doc;
let link: RoomLink;

const latest = () => sockets.at(-1)!;
const say = (message: ServerControl) =>
  latest().deliver(encodeControl(message));
const welcome = (epoch: string, seq: number) =>
  say({
    kind: "welcome",
    user: "me",
    role: "editor",
    slot: 1,
    epoch,
    seq,
    time: 0,
    limits: { chatLength: 4000, roomBytes: 1 },
  });
/** The server asks what this page has, which makes barriers mean something. */
const ask = () =>
  latest().deliver(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MessageType.sync);
      syncProtocol.writeSyncStep1(encoder, new Y.Doc());
    }),
  );
const controls = () =>
  latest().sent.flatMap((message) => {
    const decoder = decoding.createDecoder(message);
    return decoding.readVarUint(decoder) === MessageType.control
      ? [readClientControl(decoder)]
      : [];
  });
const edit = () =>
  doc.transact(() => doc.getMap("shapes").set("a", 1), "an edit");

function reconnect() {
  latest().cut();
  link.connection.connect();
}

beforeEach(() => {
  clock = new FakeClock();
  sockets = [];
  doc = new Y.Doc();
  link = new RoomLink({
    room: asBoardId("room"),
    user: asUserId("me"),
    doc,
    syncUrl: "ws://board/sync",
    name: "Ada",
    ...keepingNothing(asBoardId("room")),
    openSocket: (url, events) => {
      sockets.push(new FakeSocket(url, events));
      return latest();
    },
    talk: { connected() {}, cut() {}, receive() {} },
    clock,
    random: seededRandom(1),
    shapeOf: () => undefined,
    textIndexOf: () => undefined,
  });
  link.connection.connect();
  latest().open();
});

describe("the epoch of a room", () => {
  test("is told on reconnecting once the room is stored", () => {
    welcome("e1", 7);
    reconnect();
    expect(latest().url).toBe("ws://board/sync/room?epoch=e1");
  });

  test("becomes a fact with the first change that is on disk", () => {
    welcome("e1", 0);
    say({ kind: "saved", n: 1, seq: 1 });
    reconnect();
    expect(latest().url).toBe("ws://board/sync/room?epoch=e1");
  });

  test("is brought to the next server also before anything was stored", () => {
    welcome("e1", 0);
    reconnect();
    expect(latest().url).toBe("ws://board/sync/room?epoch=e1");
  });

  test("gives way, while nothing was stored, to what the server calls the room", () => {
    welcome("e1", 0);
    reconnect();
    latest().open();
    latest().cut(4410, "OTHER_EPOCH");
    expect(latest().url).toBe("ws://board/sync/room");
    latest().open();
    welcome("e2", 3);
    reconnect();
    expect(latest().url).toBe("ws://board/sync/room?epoch=e2");
  });

  test("of a stored room is held on to, and the person asked", () => {
    welcome("e1", 3);
    reconnect();
    latest().open();
    latest().cut(4410, "OTHER_EPOCH");
    expect(link.connection.status.get().state).toBe("refused");
  });

  test("is certain also for whoever only looks on while others draw", () => {
    welcome("e1", 0);
    say({ kind: "seq", seq: 4 });
    reconnect();
    latest().open();
    latest().cut(4410, "OTHER_EPOCH");
    expect(link.connection.status.get().state).toBe("refused");
  });
});

describe("a change of the document", () => {
  test("is asked about, also when nothing of it is seen on the board", () => {
    welcome("e1", 0);
    ask();
    edit();
    clock.advance(0);
    expect(controls().at(-1)).toEqual({ kind: "barrier", n: 1 });
    expect(link.saves.state.get()).toEqual({ state: "saving" });
  });

  test("whose answer is owed for long shows that the line is dead", () => {
    welcome("e1", 0);
    ask();
    edit();
    clock.advance(7_000);
    expect(link.saves.state.get()).toEqual({ state: "waiting", changes: 1 });
  });

  test("of somebody else is not this person's to save", () => {
    const other = new Y.Doc();
    other.getMap("shapes").set("b", 1);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "remote");
    expect(link.saves.state.get()).toEqual({ state: "untouched" });
  });
});

test("a message that cannot be read is reported and starts the connection over", () => {
  latest().deliver(Uint8Array.of(MessageType.sync, 99));
  expect(link.connection.status.get().state).toBe("offline");
  expect(() => clock.advance(0)).toThrow();
});

test("the server decides who this page is", () => {
  say({
    kind: "welcome",
    user: "somebody",
    role: "editor",
    slot: 1,
    epoch: "e",
    seq: 0,
    time: 0,
    limits: { chatLength: 1, roomBytes: 1 },
  });
  expect(link.me.get()).toBe("somebody");
});

test("a link that was let go leaves no timer behind", () => {
  welcome("e1", 0);
  ask();
  edit();
  link.dispose();
  expect(clock.pending).toBe(0);
});
