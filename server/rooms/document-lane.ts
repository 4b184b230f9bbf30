import type * as Y from "yjs";
import type { UserId } from "@/core/base/ids";
import { LARGE_ROOM_BYTES, MAX_ROOM_BYTES } from "@/core/protocol/limits";
import { ProtocolError } from "@/core/protocol/protocol-error";
import { type CheckedUpdate, checkUpdate } from "./checked-update";
import type { DigestTeller } from "./digest-teller";
import type { DocumentLog } from "./document-log";
import type { DocumentChange, RoomDocument } from "./room-document";
import type { RoomOutbox } from "./room-outbox";
import { nextTurn } from "./slices/turns";
import type { UpdateCutter } from "./slices/update-cutter";

/** A room that measured this much is full for updates that might not fit: measuring again for each would be too slow. */
const FULL_BYTES = MAX_ROOM_BYTES * 0.95;
/** An update that is no larger, and deletes no more, is taken in within 5 ms. */
const QUICK_BYTES = 32 * 1024;
const QUICK_DELETIONS = 2_000;

export interface DocumentLaneOptions {
  readonly document: RoomDocument;
  readonly log: DocumentLog;
  readonly outbox: RoomOutbox;
  readonly digests: DigestTeller;
  readonly cutter: UpdateCutter;
}

export interface Taken {
  /** The room is full: nothing of the update was taken. */
  readonly isRefused: boolean;
  /** How far the document must reach until all of the update is in it; undefined when it does already. */
  readonly awaited: ReadonlyMap<number, number> | undefined;
}

const TAKEN: Taken = { isRefused: false, awaited: undefined };
const REFUSED: Taken = { isRefused: true, awaited: undefined };

/**
 * The way of a change from one member to everybody: into the document, from there into the log and to the others. What reaches
 * the log is what has changed the document, never the bytes that came.
 */
export class DocumentLane {
  readonly #document: RoomDocument;
  readonly #log: DocumentLog;
  readonly #outbox: RoomOutbox;
  readonly #digests: DigestTeller;
  readonly #cutter: UpdateCutter;
  #hasWarned = false;

  constructor(options: DocumentLaneOptions) {
    this.#document = options.document;
    this.#log = options.log;
    this.#outbox = options.outbox;
    this.#digests = options.digests;
    this.#cutter = options.cutter;
  }

  /**
   * Takes an update in; a large one a little in each turn of the event loop, as changes that follow each other. Throws, or rejects
   * with, a ProtocolError for a malformed one, which changes nothing.
   */
  take(bytes: Uint8Array, user: UserId): Taken | Promise<Taken> {
    if (bytes.byteLength > QUICK_BYTES) return this.#takeInTurns(bytes, user);
    const update = checkUpdate(bytes);
    if (update.deletions > QUICK_DELETIONS)
      return this.#takeInTurns(bytes, user);
    return this.#takeNow(update, user);
  }

  async #takeInTurns(bytes: Uint8Array, user: UserId): Promise<Taken> {
    const slices = await this.#cut(bytes);
    if (!slices) throw new ProtocolError("BAD_UPDATE", "unreadable");
    const [first] = slices;
    // A part of it is of no use to anybody.
    const hasContent = first !== undefined && checkUpdate(first).hasContent;
    if (hasContent && !this.#hasRoomForBytes(bytes.byteLength)) return REFUSED;
    const awaited = new Map<number, number>();
    for (const slice of slices) {
      const taken = this.#takeNow(checkUpdate(slice), user);
      for (const [client, end] of taken.awaited ?? [])
        awaited.set(client, Math.max(end, awaited.get(client) ?? 0));
      await nextTurn();
    }
    const isWhole = this.#document.reaches(awaited);
    return isWhole ? TAKEN : { isRefused: false, awaited };
  }

  async #cut(bytes: Uint8Array): Promise<Uint8Array[] | undefined> {
    try {
      return await this.#cutter.cut(bytes);
    } catch {
      // There is no memory for another thread. It can be taken in all the same.
      return [bytes];
    }
  }

  #takeNow(update: CheckedUpdate, user: UserId): Taken {
    if (!this.#hasRoomFor(update)) return REFUSED;
    const change = this.#document.apply(update);
    if (change) this.#tell(change, user);
    this.#warnWhenLarge();
    const isWhole = this.#document.reaches(update.ends);
    return isWhole ? TAKEN : { isRefused: false, awaited: update.ends };
  }

  /** Makes a change that a person has asked the server for. */
  edit(change: (doc: Y.Doc) => void, user: UserId): void {
    const made = this.#document.edit(change);
    if (made) this.#tell(made, user);
  }

  #tell(change: DocumentChange, user: UserId): void {
    this.#outbox.update(change, this.#log.add(change.update, user));
    this.#digests.changed();
  }

  #hasRoomFor({ bytes, hasContent }: CheckedUpdate): boolean {
    return !hasContent || this.#hasRoomForBytes(bytes.byteLength);
  }

  #hasRoomForBytes(bytes: number): boolean {
    // It may have been measured since the last change.
    this.#warnWhenLarge();
    const limit = MAX_ROOM_BYTES - bytes;
    if (this.#document.byteLength <= limit) return true;
    if (this.#document.measuredBytes > FULL_BYTES) return false;
    this.#document.measure();
    return this.#document.measuredBytes <= limit;
  }

  #warnWhenLarge(): void {
    if (this.#hasWarned || this.#document.measuredBytes <= LARGE_ROOM_BYTES)
      return;
    this.#hasWarned = true;
    this.#outbox.control({ kind: "notice", code: "ROOM_LARGE" });
  }
}
