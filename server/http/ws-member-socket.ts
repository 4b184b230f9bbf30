import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import { MessageType } from "@/core/protocol/message-type";
import type { Tally } from "../metrics/tally";
import type { MemberSocket, MemberSocketEvents } from "../rooms/member-socket";

/** What stands for a line that was cut, since whoever is behind it did not answer. */
const CUT = 1006;

/**
 * A member's WebSocket over the `ws` package. Frames are written to the TCP socket itself, since each `send` would be a write of
 * its own; order with what `ws` writes stays right while nothing is compressed.
 */
export class WsMemberSocket implements MemberSocket {
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  readonly #tally: Tally;

  /** @param socket The one that the upgrade came with. */
  constructor(ws: WebSocket, socket: Duplex, tally: Tally) {
    this.#ws = ws;
    this.#socket = socket;
    this.#tally = tally;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN && this.#socket.writable;
  }

  get bufferedBytes(): number {
    return this.#ws.bufferedAmount;
  }

  /** Calls `listener` once, when the socket is gone. */
  onClose(listener: () => void): void {
    if (this.#ws.readyState === WebSocket.CLOSED) listener();
    else this.#ws.once("close", listener);
  }

  /** Tells `events` from now on what happens; at once when the socket is gone already. */
  listen(events: MemberSocketEvents): void {
    this.#ws.on("message", (data, isBinary) => {
      if (!isBinary || !(data instanceof Uint8Array)) return events.text();
      this.#count(data);
      events.message(data);
    });
    this.#ws.on("pong", () => events.pong());
    this.#socket.on("drain", () => events.drain());
    this.onClose(() => events.closed());
  }

  write(frames: Uint8Array): void {
    this.#socket.write(frames);
  }

  ping(): void {
    this.#ws.ping();
  }

  pause(): void {
    this.#ws.pause();
  }

  resume(): void {
    this.#ws.resume();
  }

  close(code: number, reason: string): void {
    if (this.#ws.readyState === WebSocket.OPEN)
      this.#tally.closed(code, reason.split(" ", 1)[0]!);
    // A paused socket would never read the other side's answer.
    this.#ws.resume();
    this.#ws.close(code, reason);
  }

  terminate(): void {
    this.#tally.closed(CUT, "NO_PONG");
    this.#ws.terminate();
  }

  #count(message: Uint8Array): void {
    const { received } = this.#tally;
    const isLive = message[0] === MessageType.live;
    const lane = isLive ? received.droppable : received.reliable;
    lane.frames += 1;
    lane.bytes += message.byteLength;
  }
}
