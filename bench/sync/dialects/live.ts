import * as decoding from "lib0/decoding";
import {
  encodeControl,
  readServerControl,
} from "@/core/protocol/control-codec";
import { encodeLive } from "@/core/protocol/live-codec";
import {
  MessageType,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
} from "@/core/protocol/message-type";
import {
  cursor,
  readVarInt,
  readVarUint,
  writeVarInt3,
} from "../measure/bytes";
import {
  clientFrame,
  RawSocket,
  type TakeMessage,
} from "../measure/raw-socket";
import { syncStep1 } from "./awareness";
import type { Join } from "./member";

// Cursors in our own live lane.

/** Tenths of a board unit: places from here on take three bytes, as they do on a board of usual size. */
const FIRST_PLACE = 10_000;
const CURSOR_ENTRY = 2;

/** Which member has which slot, for each room: the members share what each is told of itself. */
const slots = new Map<string, Map<number, number>>();

export const joinLive: Join = async ({
  port,
  room,
  index,
  random,
  arrived,
}) => {
  const senders = slots.get(room) ?? new Map<number, number>();
  slots.set(room, senders);
  const { socket } = await openOurs({
    port,
    room,
    index,
    onSlot: (slot) => senders.set(slot, index),
    onLive(bytes, start, end) {
      const now = performance.now();
      cursor.at = start;
      while (cursor.at < end) {
        const sender = senders.get(readVarUint(bytes))!;
        if (bytes[cursor.at++] !== CURSOR_ENTRY) throw new Error("No cursor.");
        const number = readVarInt(bytes) - FIRST_PLACE;
        readVarInt(bytes);
        if (sender !== index) arrived(sender, number, now);
      }
    },
  });
  const message = encodeLive([{ kind: "cursor", at: { x: 1_000, y: 1_000 } }]);
  const frame = clientFrame(message);
  return {
    socket,
    say(number) {
      const next = Buffer.from(frame);
      writeVarInt3(next, next.length - 6, FIRST_PLACE + number);
      const y = FIRST_PLACE + Math.floor(random.next() * 30_000);
      writeVarInt3(next, next.length - 3, y);
      socket.send(next);
    },
  };
};

export interface OursOptions {
  readonly port: number;
  readonly room: string;
  readonly index: number;
  readonly onSlot: (slot: number) => void;
  /** Takes what follows the type of a live frame. */
  readonly onLive: TakeMessage;
  readonly onControl?: TakeMessage;
}

/** Opens a socket that speaks `boardwalk.1`. Resolves once the member has been welcomed. */
export async function openOurs(
  options: OursOptions,
): Promise<{ socket: RawSocket }> {
  const { port, room, index, onSlot, onLive, onControl } = options;
  let isWelcome = false;
  let welcomed = () => {};
  const welcome = new Promise<void>((resolve) => (welcomed = resolve));
  const socket = await RawSocket.open({
    port,
    path: `/sync/${room}`,
    protocol: SUBPROTOCOL,
    onMessage(bytes, start, end) {
      const type = bytes[start];
      if (type === MessageType.live) return onLive(bytes, start + 1, end);
      if (type !== MessageType.control) return;
      if (isWelcome) return onControl?.(bytes, start + 1, end);
      const decoder = decoding.createDecoder(bytes.subarray(start + 1, end));
      const said = readServerControl(decoder);
      if (said?.kind !== "welcome") return;
      isWelcome = true;
      onSlot(said.slot);
      welcomed();
    },
  });
  const hello = encodeControl({
    kind: "hello",
    protocol: PROTOCOL_VERSION,
    name: `Person ${100 + index}`,
    clientId: 2_000_000_000 + index,
  });
  socket.send(clientFrame(hello));
  socket.send(clientFrame(syncStep1()));
  await welcome;
  return { socket };
}
