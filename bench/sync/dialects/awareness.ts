import * as encoding from "lib0/encoding";
import { MessageType } from "@/core/protocol/message-type";
import {
  cursor,
  readVarUint,
  skipBytes,
  writeVarUint3,
} from "../measure/bytes";
import { clientFrame, RawSocket } from "../measure/raw-socket";
import type { Join, JoinOptions, Member } from "./member";

// Cursors as stock Yjs clients show them: an awareness state of name, colours, tool and place, all of it again at each step.

const FIRST_CLIENT_ID = 2_000_000_000;
/** Clocks from here on take three bytes. */
const FIRST_CLOCK = 20_000;
const ROOM_IN_HOCUSPOCUS = "bench";

interface Speech {
  readonly path: string;
  /** Whether each message begins with the document's name, as Hocuspocus has it. */
  readonly isNamed: boolean;
  /** What is said first. */
  readonly greeting: readonly Uint8Array[];
  /** Whether the server answers the greeting. */
  readonly isAnswered: boolean;
}

/** y-websocket's and Boardwalk's rooms for stock clients. */
export const joinStock =
  (pathOf: (room: string) => string): Join =>
  (options) =>
    join(options, {
      path: pathOf(options.room),
      isNamed: false,
      greeting: [syncStep1()],
      isAnswered: true,
    });

/** The floor, which is said the same and reads none of it. */
export const joinFloor: Join = (options) =>
  join(options, {
    path: `/${options.room}`,
    isNamed: false,
    greeting: [],
    isAnswered: false,
  });

export const joinHocuspocus: Join = (options) => {
  return join(options, {
    path: "/",
    isNamed: true,
    greeting: hocuspocusGreeting(options.room),
    isAnswered: true,
  });
};

async function join(options: JoinOptions, speech: Speech): Promise<Member> {
  const { port, room, index, arrived } = options;
  let answered = () => {};
  const answer = new Promise<void>((resolve) => (answered = resolve));
  const socket = await RawSocket.open({
    port,
    path: speech.path,
    onMessage(bytes, start) {
      cursor.at = start;
      if (speech.isNamed) skipBytes(bytes);
      const type = readVarUint(bytes);
      if (type === MessageType.sync) answered();
      if (type !== MessageType.awareness) return;
      readVarUint(bytes); // its length
      const now = performance.now();
      for (let left = readVarUint(bytes); left > 0; left--) {
        const sender = readVarUint(bytes) - FIRST_CLIENT_ID;
        const number = readVarUint(bytes) - FIRST_CLOCK;
        skipBytes(bytes);
        if (sender !== index && number >= 0) arrived(sender, number, now);
      }
    },
  });
  for (const message of speech.greeting) socket.send(clientFrame(message));
  if (speech.isAnswered) await answer;
  const { message, clockAt, placeAt } = stateMessage(options);
  const whole = speech.isNamed ? named(roomName(room), message) : message;
  const frame = clientFrame(whole);
  const shift = frame.length - message.length;
  return {
    socket,
    say(number) {
      // A copy: what is written may wait in the socket.
      const next = Buffer.from(frame);
      writeVarUint3(next, shift + clockAt, FIRST_CLOCK + number);
      next.write(placeText(number), shift + placeAt, "latin1");
      socket.send(next);
    },
  };
}

export const roomName = (room: string) => `${ROOM_IN_HOCUSPOCUS}-${room}`;

/** Of the same length for each. */
const placeText = (number: number) => `${1000 + (number % 9000)}.5`;

function stateMessage({ index }: JoinOptions) {
  const place = `"x":${placeText(0)},"y":2718.2`;
  const state = `{"user":{"name":"Person ${100 + index}","color":"#1971c2","colorLight":"#1971c233"},"cursor":{${place}},"tool":"select"}`;
  const content = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, FIRST_CLIENT_ID + index);
    encoding.writeVarUint(encoder, FIRST_CLOCK);
    encoding.writeVarString(encoder, state);
  });
  const message = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.awareness);
    encoding.writeVarUint8Array(encoder, content);
  });
  const stateAt = message.length - state.length;
  // One byte of length before the text is two from 128 on.
  const clockAt = stateAt - (state.length < 128 ? 1 : 2) - 3;
  return { message, clockAt, placeAt: stateAt + state.indexOf(place) + 4 };
}

/** `sync step 1` of one who has nothing. */
export function syncStep1(): Uint8Array {
  return Uint8Array.of(MessageType.sync, 0, 1, 0);
}

/** What Hocuspocus is told first: a token, which it does not look at, and what the member has. */
export function hocuspocusGreeting(room: string): Uint8Array[] {
  const token = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MessageType.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "bench");
  });
  return [token, syncStep1()].map((message) => named(roomName(room), message));
}

/** A message as Hocuspocus takes it. */
export function named(name: string, message: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, name);
    encoding.writeUint8Array(encoder, message);
  });
}
