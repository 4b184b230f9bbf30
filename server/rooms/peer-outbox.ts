import type { Clock } from "@/core/base/clock";
import { splitIntoChunks } from "@/core/protocol/chunks";
import { CloseCode } from "@/core/protocol/close-codes";
import {
  CHUNK_BYTES,
  DROPPABLE_MARK_BYTES,
  MAX_BUFFERED_BYTES,
  MAX_ROOM_BYTES,
} from "@/core/protocol/limits";
import type { MemberSocket } from "./member-socket";
import { fragmentFrames, joinFrames } from "./ws-frame";

/** Parts of a long message are handed to the socket while less than this waits in it, so that pings get through. */
const PACE_MARK_BYTES = CHUNK_BYTES / 4;
/** The most that may wait behind a long message. */
const MAX_QUEUED_BYTES = MAX_ROOM_BYTES + MAX_BUFFERED_BYTES;

export interface PeerOutboxOptions {
  readonly socket: MemberSocket;
  readonly isStock: boolean;
  readonly clock: Clock;
}

/**
 * The one way in which messages reach a member, in the order in which they are given here. Long messages go out in parts, as
 * fast as the line takes them; what comes after them waits. A member who cannot keep up is closed 1013.
 */
export class PeerOutbox {
  readonly #socket: MemberSocket;
  readonly #isStock: boolean;
  readonly #clock: Clock;
  #queue: Uint8Array[] = [];
  #queuedBytes = 0;
  #writtenBytes = 0;
  #lastSentAt: number;

  constructor({ socket, isStock, clock }: PeerOutboxOptions) {
    this.#socket = socket;
    this.#isStock = isStock;
    this.#clock = clock;
    this.#lastSentAt = clock.now();
  }

  /** When the member was last sent a message: milliseconds since 1970. */
  get lastSentAt(): number {
    return this.#lastSentAt;
  }

  /** Whether droppable frames are to be left out for this member. */
  get isLagging(): boolean {
    return (
      this.#queue.length > 0 ||
      this.#socket.bufferedBytes > DROPPABLE_MARK_BYTES
    );
  }

  /** Whether something waits for the network to take it. */
  get isBackedUp(): boolean {
    return this.#queue.length > 0 || this.#socket.bufferedBytes > 0;
  }

  /** How much the network has taken so far. */
  get takenBytes(): number {
    return this.#writtenBytes - this.#socket.bufferedBytes;
  }

  /** Sends one protocol message. */
  send(message: Uint8Array): void {
    if (message.byteLength <= CHUNK_BYTES) this.write(joinFrames([message]));
    else this.writeParts(longMessageFrames(message, this.#isStock));
  }

  /** Sends complete frames, which other members may be given as well. */
  write(frames: Uint8Array): void {
    if (!this.#socket.isOpen) return;
    if (this.#queue.length > 0) {
      this.#lastSentAt = this.#clock.now();
      return this.#enqueue(frames);
    }
    this.#hand(frames);
    if (this.#socket.bufferedBytes > MAX_BUFFERED_BYTES) this.#giveUp();
  }

  /** Sends the frames of a long message as the line takes them. */
  writeParts(parts: readonly Uint8Array[]): void {
    if (!this.#socket.isOpen) return;
    this.#lastSentAt = this.#clock.now();
    for (const part of parts) this.#enqueue(part);
    this.pump();
  }

  /** Goes on with what waits. To be called when the socket has drained. */
  pump(): void {
    let next = 0;
    while (
      next < this.#queue.length &&
      this.#socket.isOpen &&
      this.#socket.bufferedBytes < PACE_MARK_BYTES
    ) {
      const frames = this.#queue[next++]!;
      this.#queuedBytes -= frames.byteLength;
      this.#hand(frames);
    }
    this.#queue = this.#queue.slice(next);
  }

  #hand(frames: Uint8Array): void {
    this.#lastSentAt = this.#clock.now();
    this.#writtenBytes += frames.byteLength;
    this.#socket.write(frames);
  }

  #enqueue(frames: Uint8Array): void {
    this.#queue.push(frames);
    this.#queuedBytes += frames.byteLength;
    if (this.#queuedBytes > MAX_QUEUED_BYTES) this.#giveUp();
  }

  #giveUp(): void {
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#socket.close(CloseCode.overload, "SLOW_CONSUMER");
  }
}

/** A message above CHUNK_BYTES as frames: chunks for our own clients, fragments for stock ones. */
export function longMessageFrames(
  message: Uint8Array,
  isStock: boolean,
): Uint8Array[] {
  return isStock
    ? fragmentFrames(message, CHUNK_BYTES)
    : splitIntoChunks(message).map((chunk) => joinFrames([chunk]));
}
