import type * as Y from "yjs";
import type { Dispose } from "@/core/base/disposable";
import type { UserId } from "@/core/base/ids";
import { Listeners } from "@/core/base/listeners";
import {
  LARGE_ROOM_BYTES,
  MAX_ROOM_BYTES,
  MAX_ROOM_STRUCTS,
} from "@/core/protocol/limits";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { DigestTeller } from "./digest-teller";
import type { DocumentLog } from "./document-log";
import { sign } from "./guard/authorship";
import type { CheckedUpdate } from "./guard/checked-update";
import type { Sender, UpdateGuard } from "./guard/update-guard";
import type { Applied, DocumentChange, RoomDocument } from "./room-document";
import type { RoomOutbox } from "./room-outbox";
import { nextTurn, soon } from "./slices/turns";
import type { UpdateCutter } from "./slices/update-cutter";

/** A room that measured this much is full for updates that might not fit: measuring again for each would be too slow. */
const FULL_BYTES = MAX_ROOM_BYTES * 0.95;
/** An update that is no larger is read and taken in within 5 ms, but for what it deletes. */
const QUICK_BYTES = 32 * 1024;

export interface DocumentLaneOptions {
  readonly document: RoomDocument;
  readonly guard: UpdateGuard;
  readonly log: DocumentLog;
  readonly outbox: RoomOutbox;
  readonly digests: DigestTeller;
  readonly cutter: UpdateCutter;
}

export interface Taken {
  /** The room is full: nothing of the update was taken. */
  readonly isRefused: boolean;
  /** How far the document must reach until all of the update is in it that is theirs to bring; undefined when it does already. */
  readonly awaited: ReadonlyMap<number, number> | undefined;
  /** Whose changes are to come before the rest can be taken: for each client, how far those reach in the document. */
  readonly missing: ReadonlyMap<number, number>;
}

const NOTHING_MISSING: ReadonlyMap<number, number> = new Map();
const TAKEN: Taken = {
  isRefused: false,
  awaited: undefined,
  missing: NOTHING_MISSING,
};
const REFUSED: Taken = { ...TAKEN, isRefused: true };

/**
 * The way of a change from one member to everybody: past the guard, into the document, from there into the log and to the others. What
 * reaches the log is what has changed the document, never the bytes that came.
 */
export class DocumentLane {
  readonly #document: RoomDocument;
  readonly #guard: UpdateGuard;
  readonly #log: DocumentLog;
  readonly #outbox: RoomOutbox;
  readonly #digests: DigestTeller;
  readonly #cutter: UpdateCutter;
  readonly #changed = new Listeners<void>();
  #hasWarned = false;

  constructor(options: DocumentLaneOptions) {
    this.#document = options.document;
    this.#guard = options.guard;
    this.#log = options.log;
    this.#outbox = options.outbox;
    this.#digests = options.digests;
    this.#cutter = options.cutter;
  }

  /** Calls `listener` after each change of the document. */
  onChanged(listener: () => void): Dispose {
    return this.#changed.add(listener);
  }

  /**
   * Takes an update in; a large one a little in each turn of the event loop, as changes that follow each other. Throws, or rejects
   * with, a ProtocolError for one that no client sends; all that was harmless in it may have been taken in then.
   */
  take(bytes: Uint8Array, sender: Sender): Taken | Promise<Taken> {
    if (bytes.byteLength > QUICK_BYTES) return this.#takeInTurns(bytes, sender);
    const update = this.#guard.check(bytes, sender);
    if (!this.#hasRoomFor(update)) return REFUSED;
    if (this.#document.deletesPlainly(update))
      return this.#takeStructs(update, update.bytes, sender);
    const taken = this.#takeStructs(update, update.structs, sender);
    if (!this.#document.deletesPlainly(update))
      return this.#delete(update, sender).then(() => taken);
    this.#apply(update.deletion, sender);
    return taken;
  }

  /** @param bytes What is taken of the update. */
  #takeStructs(
    update: CheckedUpdate,
    bytes: Uint8Array,
    sender: Sender,
  ): Taken {
    const { missing } = this.#apply(bytes, sender);
    this.#guard.taken(update);
    return this.#answer(update, missing);
  }

  async #takeInTurns(bytes: Uint8Array, sender: Sender): Promise<Taken> {
    const update = await this.#guard.checkInTurns(bytes, sender);
    // A part of it is of no use to anybody.
    if (!this.#hasRoomFor(update)) return REFUSED;
    const missing = new Map<number, number>();
    for (const slice of await this.#cut(update)) {
      if (sender.mayGoOn?.() === false) break;
      const applied = this.#apply(slice, sender);
      for (const [client, clock] of applied.missing) missing.set(client, clock);
      await nextTurn();
    }
    this.#guard.taken(update);
    await this.#delete(update, sender);
    return this.#answer(update, missing);
  }

  async #cut(update: CheckedUpdate): Promise<readonly Uint8Array[]> {
    if (!update.hasContent) return [];
    const { structs } = update;
    if (structs.byteLength <= QUICK_BYTES) return [structs];
    try {
      return await this.#cutter.cut(structs);
    } catch {
      // There is no memory for another thread. It can be taken in all the same.
      return [structs];
    }
  }

  /** Deletes all that an update says, unless it says what no client of ours does: then nothing. */
  async #delete(update: CheckedUpdate, sender: Sender): Promise<void> {
    if (await soon(this.#document.findForbidden(update)))
      throw new ProtocolError("FORBIDDEN_DELETION");
    for (const part of this.#document.cutDeletes(update)) {
      if (sender.mayGoOn?.() === false) return;
      if (part) this.#apply(part, sender);
      await nextTurn();
    }
  }

  #apply(bytes: Uint8Array, { speaker }: Sender): Applied {
    const applied = this.#document.apply(bytes);
    if (applied.change) this.#tell(applied.change, speaker.user);
    this.#warnWhenLarge();
    return applied;
  }

  #answer(update: CheckedUpdate, missing: ReadonlyMap<number, number>): Taken {
    const { ends, foreign } = update;
    const awaited = this.#document.reaches(ends) ? undefined : ends;
    if (!awaited && foreign.length === 0) return TAKEN;
    const reached = this.#document.reached(foreign);
    return { ...TAKEN, awaited, missing: new Map([...missing, ...reached]) };
  }

  /** Makes a change that a person has asked the server for. */
  edit(change: (doc: Y.Doc) => void, user: UserId): void {
    const made = this.#document.edit(change);
    if (made) this.#tell(made, user);
  }

  #tell(change: DocumentChange, user: UserId): void {
    this.#outbox.update(change, this.#log.add(change.update, user));
    this.#digests.changed();
    this.#changed.emit();
    for (const { record, author } of this.#guard.forgedIn(change.signed))
      this.edit(() => sign(record, author), user);
  }

  #hasRoomFor(update: CheckedUpdate): boolean {
    if (!update.hasContent) return true;
    const { byteLength } = update.bytes;
    if (!this.#hasStructsFor(update.count, byteLength)) return false;
    // It may have been measured since the last change.
    this.#warnWhenLarge();
    const limit = MAX_ROOM_BYTES - byteLength;
    if (this.#document.byteLength <= limit) return true;
    if (this.#document.measuredBytes > FULL_BYTES) return false;
    this.#document.measure();
    return this.#document.measuredBytes <= limit;
  }

  #hasStructsFor(count: number, bytes: number): boolean {
    // Each takes two bytes at least: a small board need not be counted.
    if (this.#document.byteLength + bytes <= 2 * MAX_ROOM_STRUCTS) return true;
    return this.#document.structs + count <= MAX_ROOM_STRUCTS;
  }

  #warnWhenLarge(): void {
    if (this.#hasWarned || this.#document.measuredBytes <= LARGE_ROOM_BYTES)
      return;
    this.#hasWarned = true;
    this.#outbox.control({ kind: "notice", code: "ROOM_LARGE" });
  }
}
