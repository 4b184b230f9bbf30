import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Random } from "@/core/base/random";
import { MessageType } from "@/core/protocol/message-type";
import { cursor, readVarInt, readVarUint, skipBytes } from "../measure/bytes";
import { clientFrame, RawSocket } from "../measure/raw-socket";
import { hocuspocusGreeting, named, roomName, syncStep1 } from "./awareness";
import type { Join, JoinOptions, Member } from "./member";

// Strokes as users of Yjs stream them: each point is appended to the stroke's array, in whole numbers, which cost Yjs the least. The
// document's clocks number the points.

const FIRST_CLIENT_ID = 2_000_000_000;
const UPDATE = 2;
/** Numbers of a point, each of which takes a clock. */
const CLOCKS = 2;
/** Of what the document holds before the first point: the stroke and its array. */
const FIRST_CLOCK = 2;
/** Yjs's content of plain values, in the low bits of an item's first byte; and what the high bits say. */
const CONTENT_ANY = 8;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const ANY_INTEGER = 125;

export const joinStockStrokes =
  (pathOf: (room: string) => string): Join =>
  (options) =>
    join(options, {
      path: pathOf(options.room),
      name: undefined,
      greeting: [syncStep1()],
    });

export const joinFloorEdits: Join = (options) =>
  join(options, {
    path: `/${options.room}`,
    name: undefined,
    greeting: [],
  });

export const joinHocuspocusStrokes: Join = (options) =>
  join(options, {
    path: "/",
    name: roomName(options.room),
    greeting: hocuspocusGreeting(options.room),
  });

interface Speech {
  readonly path: string;
  /** The document's, where it stands before each message. */
  readonly name: string | undefined;
  readonly greeting: readonly Uint8Array[];
}

async function join(options: JoinOptions, speech: Speech): Promise<Member> {
  const { port, index, random, arrived } = options;
  const { path, name, greeting } = speech;
  let answered = () => {};
  const answer = new Promise<void>((resolve) => (answered = resolve));
  const socket = await RawSocket.open({
    port,
    path,
    onMessage(bytes, start) {
      cursor.at = start;
      if (name !== undefined) skipBytes(bytes);
      if (readVarUint(bytes) !== MessageType.sync) return;
      answered();
      if (readVarUint(bytes) !== UPDATE) return;
      readVarUint(bytes); // its length
      const now = performance.now();
      readPoints(bytes, (sender, number) => {
        if (sender !== index) arrived(sender, number, now);
      });
    },
  });
  for (const message of greeting) socket.send(clientFrame(message));
  if (greeting.length > 0) await answer;
  const send = (message: Uint8Array) =>
    socket.send(
      clientFrame(name === undefined ? message : named(name, message)),
    );
  return { socket, say: drawOn(send, { index, random }) };
}

function drawOn(
  send: (message: Uint8Array) => void,
  { index, random }: { index: number; random: Random },
): (number: number) => void {
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT_ID + index;
  doc.on("update", (update: Uint8Array) =>
    send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MessageType.sync);
        encoding.writeVarUint(encoder, UPDATE);
        encoding.writeVarUint8Array(encoder, update);
      }),
    ),
  );
  const points = new Y.Array<number>();
  const at = { x: 800, y: 600 };
  return (number) => {
    if (number === 0)
      doc
        .getMap("strokes")
        .set(`stroke-${index}`, new Y.Map([["points", points]]));
    at.x += Math.round((random.next() - 0.5) * 24);
    at.y += Math.round((random.next() - 0.5) * 24);
    points.push([at.x, at.y]);
  };
}

/** Reads an update that holds nothing but appended points. Of another, what comes before the first that is something else. */
function readPoints(
  bytes: Uint8Array,
  take: (sender: number, number: number) => void,
): void {
  for (let clients = readVarUint(bytes); clients > 0; clients--) {
    let structs = readVarUint(bytes);
    const sender = readVarUint(bytes) - FIRST_CLIENT_ID;
    let clock = readVarUint(bytes);
    for (; structs > 0; structs--) {
      const info = bytes[cursor.at++]!;
      if ((info & 0x1f) !== CONTENT_ANY || (info & HAS_ORIGIN) === 0) return;
      skipId(bytes);
      if (info & HAS_RIGHT_ORIGIN) skipId(bytes);
      const values = readVarUint(bytes);
      for (let i = 0; i < values; i++) {
        if (bytes[cursor.at++] !== ANY_INTEGER) throw new Error("No place.");
        readVarInt(bytes);
      }
      const first = (clock - FIRST_CLOCK) / CLOCKS;
      for (let i = 0; i < values / CLOCKS; i++) take(sender, first + i);
      clock += values;
    }
  }
}

function skipId(bytes: Uint8Array): void {
  readVarUint(bytes);
  readVarUint(bytes);
}
