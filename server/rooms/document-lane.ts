import type * as Y from "yjs";
import type { UserId } from "@/core/base/ids";
import { LARGE_ROOM_BYTES, MAX_ROOM_BYTES } from "@/core/protocol/limits";
import { type CheckedUpdate, checkUpdate } from "./checked-update";
import type { DigestTeller } from "./digest-teller";
import type { DocumentLog } from "./document-log";
import type { DocumentChange, RoomDocument } from "./room-document";
import type { RoomOutbox } from "./room-outbox";

/** A room that measured this much is full for updates that might not fit: measuring again for each would be too slow. */
const FULL_BYTES = MAX_ROOM_BYTES * 0.95;

export interface DocumentLaneOptions {
  readonly document: RoomDocument;
  readonly log: DocumentLog;
  readonly outbox: RoomOutbox;
  readonly digests: DigestTeller;
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
  #hasWarned = false;

  constructor({ document, log, outbox, digests }: DocumentLaneOptions) {
    this.#document = document;
    this.#log = log;
    this.#outbox = outbox;
    this.#digests = digests;
  }

  /** Throws a ProtocolError, and changes nothing, for a malformed update. */
  take(bytes: Uint8Array, user: UserId): Taken {
    const update = checkUpdate(bytes);
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
    const limit = MAX_ROOM_BYTES - bytes.byteLength;
    if (!hasContent || this.#document.byteLength <= limit) return true;
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
