import type { Clock } from "@/core/base/clock";
import type { Dispose } from "@/core/base/disposable";
import { splitIntoChunks } from "@/core/protocol/chunks";
import { CloseCode } from "@/core/protocol/close-codes";
import {
  CHUNK_BYTES,
  DROPPABLE_MARK_BYTES,
  MAX_BUFFERED_BYTES,
  MAX_ROOM_BYTES,
  STUCK_MS,
} from "@/core/protocol/limits";
import type { Tally } from "../metrics/tally";
import type { MemberSocket } from "./member-socket";
import { type Frames, fragmentFrames, joinFrames } from "./ws-frame";

/** Parts of a long message are handed to the socket while less than this waits in it, so that pings get through. */
const PACE_MARK_BYTES = CHUNK_BYTES / 4;
/** How often it is looked at whether a member who has fallen behind takes anything; milliseconds. */
const WATCH_MS = 1_000;
/** The most that may wait, long messages included. */
const MAX_QUEUED_BYTES = MAX_ROOM_BYTES + MAX_BUFFERED_BYTES;

export interface PeerOutboxOptions {
  readonly socket: MemberSocket;
  readonly isStock: boolean;
  readonly clock: Clock;
  readonly tally: Tally;
}

interface Waiting {
  readonly frames: Frames;
  /** Whether it belongs to a long message. */
  readonly isPart: boolean;
}

/**
 * The one way in which messages reach a member, in the order in which they are given here. Long messages go out in parts, as
 * fast as the line takes them; what comes after them waits. A member whose line takes too little falls behind: changes of the
 * board are left out until it has taken what waits, and made good at once then. One who takes nothing at all is closed 1013.
 */
export class PeerOutbox {
  readonly #socket: MemberSocket;
  readonly #isStock: boolean;
  readonly #clock: Clock;
  readonly #tally: Tally;
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  /** Of these, what waits behind a long message. */
  #tailBytes = 0;
  #writtenBytes = 0;
  #lastSentAt: number;
  /** The state vector of what the member has been given of the document, while they are behind. */
  #behindFrom: Uint8Array | undefined;
  /** Ends the watch over whether the network takes anything; undefined while nothing waits for it. */
  #stopWatching: Dispose | undefined;

  constructor({ socket, isStock, clock, tally }: PeerOutboxOptions) {
    this.#socket = socket;
    this.#isStock = isStock;
    this.#clock = clock;
    this.#tally = tally;
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

  /** Whether changes of the document are left out for this member. */
  get isBehind(): boolean {
    return this.#behindFrom !== undefined;
  }

  /** How much waits for the network to take it. */
  get waitingBytes(): number {
    return this.#queuedBytes + this.#socket.bufferedBytes;
  }

  /** Whether frames of so many bytes may be added to what waits. */
  hasRoomFor(bytes: number): boolean {
    const waiting = this.#tailBytes + this.#socket.bufferedBytes;
    return waiting + bytes <= MAX_BUFFERED_BYTES;
  }

  /**
   * Leaves out changes of the document from now on.
   *
   * @param from The state vector of what the member has been given.
   */
  fallBehind(from: Uint8Array): void {
    if (this.isBehind || !this.#socket.isOpen) return;
    this.#behindFrom = from;
    this.#watchIfNeeded();
  }

  /** Returns the state vector from which on the member lacks everything, and counts them as behind no more. */
  catchUp(): Uint8Array | undefined {
    const from = this.#behindFrom;
    this.#behindFrom = undefined;
    this.#watchIfNeeded();
    return from;
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
  write(frames: Frames): void {
    if (!this.#socket.isOpen || frames.count === 0) return;
    if (this.#queue.length > 0) {
      this.#lastSentAt = this.#clock.now();
      return this.#enqueue(frames, { isPart: false });
    }
    this.#hand(frames);
    if (this.#socket.bufferedBytes > MAX_BUFFERED_BYTES) this.#giveUp();
  }

  /** Sends the frames of a long message as the line takes them. */
  writeParts(parts: readonly Frames[]): void {
    if (!this.#socket.isOpen) return;
    this.#lastSentAt = this.#clock.now();
    for (const part of parts) this.#enqueue(part, { isPart: true });
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
      const { frames, isPart } = this.#queue[next++]!;
      this.#queuedBytes -= frames.bytes.byteLength;
      if (!isPart) this.#tailBytes -= frames.bytes.byteLength;
      this.#hand(frames);
    }
    this.#queue = this.#queue.slice(next);
    this.#watchIfNeeded();
  }

  /** Forgets what waits. */
  dispose(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#queue = [];
    this.#queuedBytes = 0;
    this.#tailBytes = 0;
  }

  #hand({ bytes, count }: Frames): void {
    this.#lastSentAt = this.#clock.now();
    this.#writtenBytes += bytes.byteLength;
    this.#tally.sent.frames += count;
    this.#tally.sent.bytes += bytes.byteLength;
    this.#socket.write(bytes);
  }

  #enqueue(frames: Frames, { isPart }: { isPart: boolean }): void {
    const { byteLength } = frames.bytes;
    this.#queue.push({ frames, isPart });
    this.#queuedBytes += byteLength;
    if (!isPart) this.#tailBytes += byteLength;
    if (this.#queuedBytes > MAX_QUEUED_BYTES) this.#giveUp();
  }

  /** Sees to it that a member who takes nothing is found out while something waits for them, and only then. */
  #watchIfNeeded(): void {
    if (this.isBehind || this.#queue.length > 0) {
      this.#stopWatching ??= this.#watch();
    } else {
      this.#stopWatching?.();
      this.#stopWatching = undefined;
    }
  }

  /** Closes the member once the network has taken nothing for too long. */
  #watch(): Dispose {
    let taken = this.takenBytes;
    let movedAt = this.#clock.now();
    return this.#clock.every(WATCH_MS, () => {
      const now = this.#clock.now();
      if (this.takenBytes > taken) movedAt = now;
      taken = this.takenBytes;
      if (now - movedAt >= STUCK_MS) this.#giveUp();
    });
  }

  #giveUp(): void {
    this.dispose();
    this.#socket.close(CloseCode.overload, "SLOW_CONSUMER");
  }
}

/** A message above CHUNK_BYTES as frames: chunks for our own clients, fragments for stock ones. */
export function longMessageFrames(
  message: Uint8Array,
  isStock: boolean,
): Frames[] {
  return isStock
    ? fragmentFrames(message, CHUNK_BYTES)
    : splitIntoChunks(message).map((chunk) => joinFrames([chunk]));
}
