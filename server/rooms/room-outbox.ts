import * as Y from "yjs";
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
import type { Tally } from "../metrics/tally";
import { type AwarenessEntry, encodeAwareness } from "./awareness-codec";
import { LiveTick } from "./live-tick";
import type { Peer } from "./peer";
import { longMessageFrames } from "./peer-outbox";
import type { DocumentChange } from "./room-document";
import { useInTurns } from "./slices/turns";
import { encodeUpdate } from "./sync-messages";
import { Tick } from "./tick";
import { headerBytes, joinFrames } from "./ws-frame";

/** Ticks while people are busy: 16 ms is one frame of a screen. Many sockets cost more writes, so these are halved. */
const TICK_MS = 16;
const CROWDED_TICK_MS = 33;
const CROWD = 200;
/** Between few people a change of the document does not wait for the tick's end: it costs a few writes, and is seen at once. */
const FEW = 20;
const FEW_TICK_MS = 2;

export interface RoomOutboxOptions {
  readonly clock: Clock;
  /** Everybody in the room. */
  readonly peers: ReadonlySet<Peer>;
  /** What one who has this state vector lacks of the document, as updates, which are made when they are asked for. */
  readonly missing: (stateVector: Uint8Array) => Iterator<Uint8Array, void>;
  readonly tally: Tally;
}

/**
 * What the room says to everybody, the one it came from included. Gathers the messages of one tick and writes them to each
 * member at once, out of buffers that are built once: for our own clients with and without what may be dropped, and for
 * stock clients, who are given updates and awareness alone. Whoever's line has no room for a change falls behind, and is given
 * what they have missed as one change, once it has.
 */
export class RoomOutbox {
  readonly #peers: ReadonlySet<Peer>;
  readonly #missing: RoomOutboxOptions["missing"];
  readonly #tally: Tally;
  readonly #tick: Tick;
  /** In the order in which they came. */
  #toAll: Uint8Array[] = [];
  #toStock: Uint8Array[] = [];
  /** Of `#toAll`, what nobody can be given later. */
  #told: Uint8Array[] = [];
  /** How far the document reached before the changes of this tick; undefined while there are none. */
  #before: DocumentChange["before"] | undefined;
  /** Reliable live entries that follow each other, on their way into one frame of `#toAll`. */
  #reliableLive: SlottedEntry[] = [];
  readonly #droppable = new LiveTick();
  readonly #awareness = new Map<number, AwarenessEntry>();
  /** The log's last number, when it has not been told yet. */
  #seq: number | undefined;

  constructor({ clock, peers, missing, tally }: RoomOutboxOptions) {
    this.#peers = peers;
    this.#missing = missing;
    this.#tally = tally;
    this.#tick = new Tick({
      clock,
      interval: () => (peers.size > CROWD ? CROWDED_TICK_MS : TICK_MS),
      run: () => this.#write(),
    });
  }

  /** A change of the document, and the number that the log has given it. */
  update({ update, before }: DocumentChange, seq: number): void {
    const message = encodeUpdate(update);
    if (message.byteLength > CHUNK_BYTES) {
      this.#writeLong(message, before);
    } else {
      this.#before ??= before;
      this.#sealLive();
      this.#toAll.push(message);
      this.#toStock.push(message);
    }
    // Not before a long one is on its way: what is flushed ahead of it must not tell its number.
    this.#seq = seq;
    this.#tick.request(this.#peers.size > FEW ? undefined : FEW_TICK_MS);
  }

  control(message: ServerControl): void {
    if (message.kind === "notice") this.#tally.refused(message.code);
    this.#sealLive();
    const bytes = encodeControl(message);
    this.#toAll.push(bytes);
    // Who is behind has something else for a reason.
    if (message.kind !== "digest") this.#told.push(bytes);
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

  /** Gives a member who has fallen behind what they have missed. To be called when the network has taken all that was written. */
  heal(peer: Peer): void {
    if (!peer.outbox.isBehind || peer.outbox.isBackedUp) return;
    // First, so that it is not sent what it is about to be given.
    this.flush();
    const from = peer.outbox.catchUp();
    if (!from) return;
    this.#tally.resyncs.slow += 1;
    void useInTurns(this.#missing(from), (slice) =>
      peer.outbox.send(encodeUpdate(slice)),
    );
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
    const told = once(() => joinFrames(this.#told));
    const before = this.#before;
    const left: Peer[] = [];
    let given = 0;
    let skipped = 0;
    for (const peer of this.#peers) {
      const { isStock, outbox } = peer;
      const isLagging = !isStock && outbox.isLagging;
      const frames = isStock ? stock() : isLagging ? reliable() : all();
      if (before && !outbox.hasRoomFor(frames.bytes.byteLength))
        this.#leave(peer, before, left);
      if (!outbox.isBehind) outbox.write(frames);
      else if (!isStock) outbox.write(told());
      if (isStock) continue;
      if (isLagging || outbox.isBehind) skipped += 1;
      else given += 1;
    }
    if (droppable) this.#count(droppable, given, skipped);
    this.#toAll = [];
    this.#toStock = [];
    this.#told = [];
    this.#before = undefined;
    this.#awareness.clear();
    // Those whose line is free have no drain to wait for: it was this tick that was too much at once.
    for (const peer of left) this.heal(peer);
  }

  #count({ byteLength }: Uint8Array, given: number, skipped: number): void {
    const { sentDroppable } = this.#tally;
    sentDroppable.frames += given;
    sentDroppable.bytes += given * (headerBytes(byteLength) + byteLength);
    this.#tally.skippedFrames += skipped;
  }

  #leave(peer: Peer, before: DocumentChange["before"], left: Peer[]): void {
    if (peer.outbox.isBehind) return;
    peer.outbox.fallBehind(Y.encodeStateVector(new Map(before)));
    left.push(peer);
  }

  /** A message too long for a tick's buffer: each member is sent it in parts, as fast as their line takes them. */
  #writeLong(message: Uint8Array, before: DocumentChange["before"]): void {
    this.flush();
    const chunks = once(() => longMessageFrames(message, false));
    const fragments = once(() => longMessageFrames(message, true));
    for (const { isStock, outbox } of this.#peers) {
      // One at a time: a line that stands still would gather them.
      if (outbox.isLagging)
        outbox.fallBehind(Y.encodeStateVector(new Map(before)));
      if (!outbox.isBehind) outbox.writeParts(isStock ? fragments() : chunks());
    }
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
