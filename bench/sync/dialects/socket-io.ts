import { clientFrame, RawSocket, TEXT } from "../measure/raw-socket";
import type { Join } from "./member";

// What socket.io's own client would put on the wire.

const OPENED = 0x30;
const PING = 0x32;
const MESSAGE = 0x34;
const CONNECTED = 0x30;
const EVENT = 0x32;
/** Places in the text of an event. */
const SENDER_AT = '42["said",{"from":'.length;
const NUMBER_AT = SENDER_AT + '1000,"n":'.length;

const text = (content: string) => clientFrame(Buffer.from(content), TEXT);

/** @param content What is said besides who says it and which of their messages it is: the inside of a JSON object. */
export const joinSocketIo =
  (content: string): Join =>
  async (options) => {
    const { port, room, index, arrived } = options;
    let connected = () => {};
    const connection = new Promise<void>((resolve) => (connected = resolve));
    const socket: RawSocket = await RawSocket.open({
      port,
      path: `/socket.io/?EIO=4&transport=websocket&room=${room}`,
      onMessage(bytes, start) {
        const kind = bytes[start];
        if (kind === OPENED) return socket.send(text("40"));
        if (kind === PING) return socket.send(text("3"));
        if (kind !== MESSAGE) return;
        if (bytes[start + 1] === CONNECTED) return connected();
        if (bytes[start + 1] !== EVENT) return;
        const sender = digits(bytes, start + SENDER_AT, 4) - 1_000;
        const number = digits(bytes, start + NUMBER_AT, 7) - 1_000_000;
        if (sender !== index) arrived(sender, number, performance.now());
      },
    });
    await connection;
    const event = eventOf(index, content);
    const frame = text(event);
    const numberAt = frame.length - event.length + NUMBER_AT;
    return {
      socket,
      say(number) {
        const next = Buffer.from(frame);
        next.write(`${1_000_000 + number}`, numberAt, "latin1");
        socket.send(next);
      },
    };
  };

const eventOf = (index: number, content: string) =>
  `42["said",{"from":${1_000 + index},"n":1000000,${content}}]`;

function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++)
    value = value * 10 + (bytes[i]! - 0x30);
  return value;
}
