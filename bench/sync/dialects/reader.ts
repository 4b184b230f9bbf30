import * as encoding from "lib0/encoding";
import { encodeControl } from "@/core/protocol/control-codec";
import {
  MessageType,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
} from "@/core/protocol/message-type";
import type { ServerName } from "../measure/server-process";
import { clientFrame, RawSocket } from "../measure/raw-socket";
import { hocuspocusGreeting, named, roomName, syncStep1 } from "./awareness";

// People who come for a document alone. The floor gives whoever comes the bytes that it was given.

const STEP_2 = 1;
const UPDATE = 2;
/** A server may write the same document in a few bytes more or less. */
const ENOUGH = 0.95;

export interface Speech {
  readonly path: string;
  readonly protocol?: string;
  readonly greeting: readonly Uint8Array[];
  readonly wrap: (message: Uint8Array) => Uint8Array;
}

export interface Place {
  readonly port: number;
  readonly room: string;
}

/** How one who has nothing speaks to a server of that name, to ours as a page of ours. */
export function speechFor(server: ServerName, room: string): Speech {
  const wrap = (message: Uint8Array) => message;
  // An empty answer to what the server asks in its turn.
  const answer = sync(STEP_2, Uint8Array.of(0, 0));
  switch (server) {
    case "boardwalk": {
      const greeting = [hello(), syncStep1(), answer];
      const path = `/sync/${room}`;
      return { path, protocol: SUBPROTOCOL, greeting, wrap };
    }
    case "hocuspocus":
      return {
        path: "/",
        greeting: [...hocuspocusGreeting(room), named(roomName(room), answer)],
        wrap: (message) => named(roomName(room), message),
      };
    case "y-websocket":
      return { path: `/${room}`, greeting: [syncStep1(), answer], wrap };
    default:
      return { path: `/${room}`, greeting: [], wrap };
  }
}

/** Joins, and resolves once `bytes` of messages have come. */
export async function joinUntil(
  { port, room }: Place,
  { server, bytes }: { server: ServerName; bytes: number },
): Promise<RawSocket> {
  const { path, protocol, greeting } = speechFor(server, room);
  let missing = bytes * ENOUGH;
  let completed = () => {};
  const complete = new Promise<void>((resolve) => (completed = resolve));
  const socket = await RawSocket.open({
    port,
    path,
    protocol,
    onMessage(_, start, end) {
      missing -= end - start;
      if (missing <= 0) completed();
    },
    onClose: () => {
      throw new Error(`${server} has closed the socket.`);
    },
  });
  for (const message of greeting) socket.send(clientFrame(message));
  await complete;
  return socket;
}

/**
 * Gives a room its document: to ours as a stock client, who sends it in one piece. Resolves with the socket, to be kept open: a server
 * without a storage forgets a room in which nobody is.
 */
export async function supply(
  { port, room }: Place,
  { server, update }: { server: ServerName; update: Uint8Array },
): Promise<RawSocket> {
  const speech = speechFor(server, room);
  const greeting = server === "boardwalk" ? [syncStep1()] : speech.greeting;
  let answered = () => {};
  const answer = new Promise<void>((resolve) => (answered = resolve));
  const socket = await RawSocket.open({
    port,
    path: speech.path,
    onMessage: () => answered(),
  });
  for (const message of greeting) socket.send(clientFrame(message));
  if (greeting.length > 0) await answer;
  socket.send(clientFrame(speech.wrap(sync(UPDATE, update))));
  // Another has it: so the server has.
  const bytes = update.byteLength;
  const other = await joinUntil({ port, room }, { server, bytes });
  await other.close();
  return socket;
}

function sync(kind: number, content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, content);
  });
}

function hello(): Uint8Array {
  return encodeControl({
    kind: "hello",
    protocol: PROTOCOL_VERSION,
    name: "Reader",
    clientId: 1,
  });
}
