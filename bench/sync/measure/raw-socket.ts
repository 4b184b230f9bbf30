import { connect, type Socket } from "node:net";

/** Takes the bytes from `start` to `end` of a message. They are good for the length of the call. */
export type TakeMessage = (bytes: Buffer, start: number, end: number) => void;

export interface RawSocketOptions {
  readonly port: number;
  readonly path: string;
  /** The WebSocket subprotocol that is offered. */
  readonly protocol?: string | undefined;
  readonly onMessage: TakeMessage;
  /** Called when the other side has gone. */
  readonly onClose?: (() => void) | undefined;
}

/** All sockets read into the same bytes, one after the other: a load that allocates for each read would be the heavier side. */
const readBuffer = Buffer.alloc(256 * 1024);

const OPCODE = { continuation: 0, ping: 9 } as const;
const PONG = 0x8a;

/** A WebSocket client of which next to nothing is left but the bytes: so that many of them weigh less than the server they talk to. */
export class RawSocket {
  readonly #socket: Socket;
  readonly #options: RawSocketOptions;
  #isOpen = false;
  /** A frame that has come in part, in as many bytes as it is known to need. */
  #partial: Buffer | undefined;
  #filled = 0;
  /** The parts of a message that comes in several frames. */
  #fragments: Buffer[] = [];
  #ended = false;

  /** Resolves once the server has switched to WebSockets. */
  static open(options: RawSocketOptions): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      const socket: RawSocket = new RawSocket(options, () => resolve(socket));
      socket.#socket.once("error", reject);
    });
  }

  private constructor(options: RawSocketOptions, onOpen: () => void) {
    this.#options = options;
    this.#socket = connect({
      host: "127.0.0.1",
      port: options.port,
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (length) => {
          this.#receive(length, onOpen);
          return true;
        },
      },
    });
    this.#socket.write(upgradeRequest(options));
    this.#socket.on("error", () => {});
    this.#socket.on("close", () => {
      if (!this.#ended) options.onClose?.();
    });
  }

  /** Bytes that have come over the TCP connection so far, headers and all. */
  get bytesRead(): number {
    return this.#socket.bytesRead;
  }

  /** @param frame As `clientFrame` makes it. */
  send(frame: Uint8Array): void {
    this.#socket.write(frame);
  }

  /** Resolves once it is gone. */
  close(): Promise<void> {
    this.#ended = true;
    return new Promise((resolve) => {
      if (this.#socket.closed) return resolve();
      this.#socket.once("close", () => resolve());
      this.#socket.destroy();
    });
  }

  #receive(length: number, onOpen: () => void): void {
    if (this.#isOpen) return this.#take(readBuffer, 0, length);
    // The answer to an upgrade is short: it comes in one piece.
    const head = readBuffer.indexOf("\r\n\r\n") + 4;
    const text = readBuffer.toString("latin1", 0, Math.min(length, 64));
    if (!text.startsWith("HTTP/1.1 101") || head < 4 || head > length)
      throw new Error(`No upgrade: ${text}`);
    this.#isOpen = true;
    const early = Buffer.from(readBuffer.subarray(head, length));
    onOpen();
    // Once whoever waited for the socket has it.
    queueMicrotask(() => this.#take(early, 0, early.length));
  }

  #take(bytes: Buffer, start: number, end: number): void {
    let at = start;
    while (this.#partial && at < end) {
      const partial = this.#partial;
      const length = Math.min(partial.length - this.#filled, end - at);
      bytes.copy(partial, this.#filled, at, at + length);
      this.#filled += length;
      at += length;
      if (this.#filled < partial.length) return;
      this.#partial = undefined;
      this.#read(partial, 0, partial.length);
    }
    if (at < end) this.#read(bytes, at, end);
  }

  #read(bytes: Buffer, start: number, end: number): void {
    let at = start;
    while (at < end) {
      const length = neededLength(bytes, at, end);
      if (at + length > end) {
        this.#partial = Buffer.allocUnsafe(length);
        this.#filled = bytes.copy(this.#partial, 0, at, end);
        return;
      }
      this.#readFrame(bytes, at, at + length);
      at += length;
    }
  }

  #readFrame(bytes: Buffer, start: number, end: number): void {
    const first = bytes[start]!;
    const opcode = first & 0x0f;
    const body = start + headerLength(bytes[start + 1]!);
    if (opcode === OPCODE.ping)
      return this.send(clientFrame(bytes.subarray(body, end), PONG));
    if (opcode > OPCODE.ping - 1) return;
    const isLast = (first & 0x80) !== 0;
    if (isLast && opcode !== OPCODE.continuation)
      return this.#options.onMessage(bytes, body, end);
    this.#fragments.push(Buffer.from(bytes.subarray(body, end)));
    if (!isLast) return;
    const whole = Buffer.concat(this.#fragments);
    this.#fragments = [];
    this.#options.onMessage(whole, 0, whole.length);
  }
}

export const BINARY = 0x82;
export const TEXT = 0x81;

/** A whole frame as clients send them. Its mask is zero, so that `message` can be changed in it; `ws` then has nothing to unmask. */
export function clientFrame(message: Uint8Array, first = BINARY): Buffer {
  const { length } = message;
  const extra = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(2 + extra + 4 + length);
  frame[0] = first;
  frame[1] = 0x80 | (extra === 0 ? length : extra === 2 ? 126 : 127);
  if (extra === 2) frame.writeUInt16BE(length, 2);
  if (extra === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.set(message, 6 + extra);
  return frame;
}

function headerLength(second: number): number {
  const length = second & 0x7f;
  return length < 126 ? 2 : length === 126 ? 4 : 10;
}

/** How many bytes the frame at `start` takes, as far as its header has come. */
function neededLength(bytes: Buffer, start: number, end: number): number {
  if (end - start < 2) return 2;
  const header = headerLength(bytes[start + 1]!);
  if (end - start < header) return header;
  if (header === 2) return 2 + (bytes[start + 1]! & 0x7f);
  return header === 4
    ? 4 + bytes.readUInt16BE(start + 2)
    : 10 + Number(bytes.readBigUInt64BE(start + 2));
}

function upgradeRequest({ port, path, protocol }: RawSocketOptions): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ];
  if (protocol) lines.push(`Sec-WebSocket-Protocol: ${protocol}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}
