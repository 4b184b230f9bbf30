import type { Clock } from "@/core/base/clock";
import { encodeControl } from "@/core/protocol/control-codec";
import type { ServerControl } from "@/core/protocol/control-message";
import { CHUNK_BYTES } from "@/core/protocol/limits";
import { encodeSlottedLive } from "@/core/protocol/live-codec";
import {
  isReliable,
  type LiveEntry,
  type SlottedEntry,
} from "@/core/protocol/live-message";
import { type AwarenessEntry, encodeAwareness } from "./awareness-codec";
import { LiveTick } from "./live-tick";
import type { Peer } from "./peer";
import { longMessageFrames } from "./peer-outbox";
import { encodeUpdate } from "./sync-messages";
import { Tick } from "./tick";
import { joinFrames } from "./ws-frame";

/** Ticks while people are busy: 16 ms is one frame of a screen. Many sockets cost more writes, so these are halved. */
const TICK_MS = 16;
const CROWDED_TICK_MS = 33;
const CROWD = 200;

export interface RoomOutboxOptions {
  readonly clock: Clock;
  /** Everybody in the room. */
  readonly peers: ReadonlySet<Peer>;
}

/**
 * What the room says to everybody, the one it came from included. Gathers the messages of one tick and writes them to each
 * member at once, out of buffers that are built once: for our own clients with and without what may be dropped, and for
 * stock clients, who are given updates and awareness alone.
 */
export class RoomOutbox {
  readonly #peers: ReadonlySet<Peer>;
  readonly #tick: Tick;
  /** In the order in which they came. */
  #toAll: Uint8Array[] = [];
  #toStock: Uint8Array[] = [];
  /** Reliable live entries that follow each other, on their way into one frame of `#toAll`. */
  #reliableLive: SlottedEntry[] = [];
  readonly #droppable = new LiveTick();
  readonly #awareness = new Map<number, AwarenessEntry>();
  /** The log's last number, when it has not been told yet. */
  #seq: number | undefined;

  constructor({ clock, peers }: RoomOutboxOptions) {
    this.#peers = peers;
    this.#tick = new Tick({
      clock,
      interval: () => (peers.size > CROWD ? CROWDED_TICK_MS : TICK_MS),
      run: () => this.#write(),
    });
  }

  /** A change of the document, and the number that the log has given it. */
  update(bytes: Uint8Array, seq: number): void {
    const message = encodeUpdate(bytes);
    if (message.byteLength > CHUNK_BYTES) {
      this.#writeLong(message);
    } else {
      this.#sealLive();
      this.#toAll.push(message);
      this.#toStock.push(message);
    }
    // Not before a long one is on its way: what is flushed ahead of it must not tell its number.
    this.#seq = seq;
    this.#tick.request();
  }

  control(message: ServerControl): void {
    this.#sealLive();
    this.#toAll.push(encodeControl(message));
    this.#tick.request();
  }

  live(slot: number, entry: LiveEntry): void {
    if (isReliable(entry)) this.#reliableLive.push({ slot, entry });
    else this.#droppable.add(slot, entry);
    this.#tick.request();
  }

  /** What a stock client shows of itself, to the other stock clients. */
  awareness(entry: AwarenessEntry): void {
    this.#awareness.set(entry.clientId, entry);
    this.#tick.request();
  }

  /** Writes now what has gathered, so that whoever joins next is not told what they are going to be given anyway. */
  flush(): void {
    this.#tick.runNow();
  }

  dispose(): void {
    this.#tick.dispose();
  }

  #write(): void {
    this.#sealLive();
    this.#sealSeq();
    const droppable = this.#droppable.take();
    const reliable = once(() => joinFrames(this.#toAll));
    const all = droppable
      ? once(() => joinFrames([...this.#toAll, droppable]))
      : reliable;
    const stock = once(() => joinFrames(this.#takeStock()));
    for (const peer of this.#peers) {
      const frames = peer.isStock
        ? stock()
        : peer.outbox.isLagging
          ? reliable()
          : all();
      if (frames.byteLength > 0) peer.outbox.write(frames);
    }
    this.#toAll = [];
    this.#toStock = [];
    this.#awareness.clear();
  }

  /** A message too long for a tick's buffer: each member is sent it in parts, as fast as their line takes them. */
  #writeLong(message: Uint8Array): void {
    this.flush();
    const chunks = once(() => longMessageFrames(message, false));
    const fragments = once(() => longMessageFrames(message, true));
    for (const peer of this.#peers)
      peer.outbox.writeParts(peer.isStock ? fragments() : chunks());
  }

  #sealLive(): void {
    if (this.#reliableLive.length === 0) return;
    this.#toAll.push(encodeSlottedLive(this.#reliableLive));
    this.#reliableLive = [];
  }

  /** Each tick ends with the number of the last change, so that whoever missed one sees it. */
  #sealSeq(): void {
    if (this.#seq === undefined) return;
    this.#toAll.push(encodeControl({ kind: "seq", seq: this.#seq }));
    this.#seq = undefined;
  }

  #takeStock(): Uint8Array[] {
    const entries = [...this.#awareness.values()];
    if (entries.length === 0) return this.#toStock;
    return [...this.#toStock, encodeAwareness(entries)];
  }
}

/** The same value at every call, made at the first: a room without stock members never builds their buffer. */
function once<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
