import * as Y from "yjs";
import { assert } from "@/core/base/assert";
import {
  type DeletedRanges,
  documentDigest,
} from "@/core/protocol/document-digest";
import { ProtocolError } from "@/core/protocol/protocol-error";
import {
  EncodedState,
  type StateEncoder,
  type StateParts,
} from "./encoded-state";
import { signedBy } from "./guard/authorship";
import type { CheckedUpdate } from "./guard/checked-update";
import { cutDeletes, deletesPlainly, findForbidden } from "./guard/deletions";
import {
  buildDocument,
  buildInTurns,
  type BuildOptions,
} from "./slices/build-document";
import { encodeInTurns } from "./slices/encode-in-turns";
import { missingSlices } from "./slices/missing-slices";
import { type Deletes, encodeDeletes, Slice } from "./slices/slice";

/** A document of so many bytes is built within 5 ms. */
const QUICK_BYTES = 64 * 1024;
/** A joiner is not sent more updates than this after the whole, if it can be helped: it would cost them more than us a new encoding. */
const MAX_TAIL_FOR_JOINER = 64;
const NOTHING_MISSING: ReadonlyMap<number, number> = new Map();
const EMPTY_UPDATE = Y.encodeStateAsUpdate(new Y.Doc());
/** So many structs are deleted within 5 ms. */
const QUICK_DELETIONS = 1_000;

/** A change of the document, and how far it reached before. */
export interface DocumentChange {
  readonly update: Uint8Array;
  /** By client id. Never changed after. */
  readonly before: ReadonlyMap<number, number>;
  /** The records of shapes whose author has been written or taken away. */
  readonly signed: readonly Y.Map<unknown>[];
}

export interface Applied {
  /** Undefined when it held nothing new, or nothing that could be taken in now. */
  readonly change: DocumentChange | undefined;
  /** For each client whose structs are missing before what was sent can be taken in, how far they reached. What was sent is dropped. */
  readonly missing: ReadonlyMap<number, number>;
}

export type RoomDocumentOptions = Pick<BuildOptions, "cutter" | "clock">;

/**
 * The live document of a room. Knows nothing of members, storage or the wire.
 *
 * A large one is built out of what is stored over many turns of the event loop. Until it is ready it can be given to those who have
 * nothing, and that is all that it can.
 */
export class RoomDocument {
  readonly #encoder: StateEncoder = {
    now: () => encodeWithoutPending(this.#doc),
    inTurns: () => encodeInTurns(this.#doc, () => this.#encodedDeletes),
  };
  readonly #state: EncodedState;
  readonly #end = new AbortController();
  /** Undefined until it is ready. */
  #built: Y.Doc | undefined;
  /** What the transaction that runs has changed. */
  #change: DocumentChange | undefined;
  /** Undefined when that has changed since it was looked up. */
  #deleted: DeletedRanges | undefined;

  /** Resolves once the document is ready; rejects when the parts that it is made of cannot be read. */
  readonly whenReady: Promise<void>;

  /**
   * Builds the document out of a snapshot and updates, in their order: at once when they are small, and throws then when they cannot
   * be read.
   */
  constructor(
    parts: readonly Uint8Array[],
    { cutter, clock }: RoomDocumentOptions,
  ) {
    const [base = EMPTY_UPDATE, ...tail] = parts;
    this.#state = new EncodedState({ base, tail }, this.#encoder);
    if (this.#state.byteLength <= QUICK_BYTES) {
      this.#begin(buildDocument(parts));
      this.whenReady = Promise.resolve();
    } else {
      this.whenReady = buildInTurns(parts, {
        cutter,
        clock,
        signal: this.#end.signal,
      }).then((doc) => this.#begin(doc));
      // Those who wait for it are told; it is no error that nobody does.
      this.whenReady.catch(() => {});
    }
  }

  get isReady(): boolean {
    return this.#built !== undefined;
  }

  /** Whether all that it was built of is in it; false while something of that refers to changes that are not there. */
  get isWhole(): boolean {
    return this.#pendingBytes === 0;
  }

  /** The client id of the server's own changes; undefined until the document is ready. */
  get serverId(): number | undefined {
    return this.#built?.clientID;
  }

  /** At least the size of the encoded document. */
  get byteLength(): number {
    return this.#state.byteLength;
  }

  /** Of how many structs it consists. Takes longer the more people have drawn. */
  get structs(): number {
    let count = 0;
    for (const structs of this.#doc.store.clients.values())
      count += structs.length;
    return count;
  }

  /** The size of the encoded document when it was measured last. */
  get measuredBytes(): number {
    return this.#state.measuredBytes;
  }

  /** Measures the encoded document, which costs an encoding when it has changed. */
  measure(): void {
    this.#state.refresh();
  }

  /** Whether all that an update deletes is there, may be deleted, and can be within 5 ms. */
  deletesPlainly({ deletes }: CheckedUpdate): boolean {
    return deletesPlainly(this.#doc, deletes, QUICK_DELETIONS);
  }

  /**
   * Takes an update of Yjs in, which has been checked. Throws a ProtocolError, and leaves the document as it was, when Yjs fails over it.
   *
   * Nothing is held back for changes that may never come: it is sent again in whole when it is asked for, so that dropping it costs a
   * resync and nothing else; keeping it would let one member fill the memory.
   */
  apply(update: Uint8Array): Applied {
    const pendingBefore = this.#pendingBytes;
    this.#change = undefined;
    try {
      Y.applyUpdate(this.#doc, update);
    } catch {
      this.#rebuild();
      throw new ProtocolError("BAD_UPDATE", "not applicable");
    }
    const isHeldBack = this.#pendingBytes > pendingBefore;
    const missing = isHeldBack ? this.#dropPending() : NOTHING_MISSING;
    return { change: this.#made(), missing };
  }

  /** Whether an update would delete what nobody may delete. Asked over several turns of the event loop. */
  findForbidden({ deletes }: CheckedUpdate): Generator<undefined, boolean> {
    return findForbidden(this.#doc, deletes);
  }

  /** What an update deletes, as far as it is there, as updates that are quick to apply. Asked over several turns, at some with nothing. */
  *cutDeletes({
    deletes,
  }: CheckedUpdate): Generator<Uint8Array | undefined, void> {
    for (const part of cutDeletes(this.#doc, deletes, QUICK_DELETIONS))
      yield part && deletionOf(part);
  }

  /** Makes a change of the server's own. Returns it; undefined when nothing came of it. */
  edit(change: (doc: Y.Doc) => void): DocumentChange | undefined {
    this.#change = undefined;
    this.#doc.transact(() => change(this.#doc));
    return this.#made();
  }

  /** Asks something of the document. */
  read<Answer>(question: (doc: Y.Doc) => Answer): Answer {
    return question(this.#doc);
  }

  /** Everything in one update. */
  async encode(): Promise<Uint8Array> {
    return this.byteLength <= QUICK_BYTES
      ? this.#encoder.now()
      : this.#encoder.inTurns();
  }

  /** Whether the document reaches this far. */
  reaches(ends: ReadonlyMap<number, number>): boolean {
    for (const [client, end] of ends)
      if (Y.getState(this.#doc.store, client) < end) return false;
    return true;
  }

  /** How far the document reaches for each of these clients. */
  reached(clients: readonly number[]): Map<number, number> {
    const { store } = this.#doc;
    return new Map(
      clients.map((client) => [client, Y.getState(store, client)]),
    );
  }

  /** Whether any of these clients' changes now reach further than this. */
  isBeyond(states: ReadonlyMap<number, number>): boolean {
    for (const [client, state] of states)
      if (Y.getState(this.#doc.store, client) > state) return true;
    return false;
  }

  /** The whole document for one who has nothing, also while it is not ready. The base is the same object until it is encoded anew. */
  whole(): StateParts {
    if (this.isReady && this.#state.parts.tail.length > MAX_TAIL_FOR_JOINER)
      this.#state.refreshSoon();
    return this.#state.parts;
  }

  /**
   * What one who has told this state vector lacks, as updates that may be asked for over several turns of the event loop; there is at
   * least one. Throws a ProtocolError when it is not a state vector.
   */
  missing(stateVector: Uint8Array): Generator<Uint8Array, void> {
    const known = decodeStateVector(stateVector);
    return missingSlices(this.#doc, known, this.#encodedDeletes);
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** A fingerprint of all that is in it. */
  get digest(): string {
    return documentDigest(this.#doc, this.#deletedRanges);
  }

  destroy(): void {
    this.#end.abort();
    this.#built?.destroy();
  }

  get #doc(): Y.Doc {
    assert(this.#built, "The document is not ready.");
    return this.#built;
  }

  get #deletedRanges(): DeletedRanges {
    return (this.#deleted ??= Y.createDeleteSetFromStructStore(
      this.#doc.store,
    ).clients);
  }

  get #encodedDeletes(): Uint8Array {
    return encodeDeletes(this.#deletedRanges);
  }

  #begin(doc: Y.Doc): void {
    this.#built = doc;
    doc.on(
      "update",
      (update: Uint8Array, _origin, _doc, transaction: Y.Transaction) => {
        const { beforeState: before } = transaction;
        this.#change = { update, before, signed: signedBy(transaction) };
        this.#deleted = undefined;
      },
    );
    // What it was built of held changes that refer to others which are not there: nobody is to be given those.
    if (!this.isWhole) this.#state.encodeNow();
  }

  #made(): DocumentChange | undefined {
    const change = this.#change;
    if (change) this.#state.add(change.update);
    return change;
  }

  /** The size of what refers to changes that are not there. */
  get #pendingBytes(): number {
    const { pendingStructs, pendingDs } = this.#doc.store;
    const structs = pendingStructs?.update.byteLength ?? 0;
    return structs + (pendingDs?.byteLength ?? 0);
  }

  /** Returns whose changes it would have needed, and how far those reach. */
  #dropPending(): ReadonlyMap<number, number> {
    const { store } = this.#doc;
    const clients = [...(store.pendingStructs?.missing.keys() ?? [])];
    store.pendingStructs = null;
    store.pendingDs = null;
    return new Map(
      clients.map((client) => [client, Y.getState(store, client)]),
    );
  }

  /** Takes back a transaction that broke off in the middle, which Yjs itself cannot. */
  #rebuild(): void {
    const { base, tail } = this.#state.parts;
    this.#doc.destroy();
    this.#deleted = undefined;
    this.#begin(buildDocument([base, ...tail]));
    // An encoding of the broken one may be under way, which must not come into use.
    this.#state.encodeNow();
  }
}

const deletionOf = (deletes: Deletes): Uint8Array =>
  new Slice().encode(encodeDeletes(deletes));

function decodeStateVector(stateVector: Uint8Array): Map<number, number> {
  try {
    return Y.decodeStateVector(stateVector);
  } catch {
    throw new ProtocolError("BAD_MESSAGE", "state vector");
  }
}

/**
 * Yjs would add what it holds back: whoever was given that would send it to us again, and be told that it cannot be saved, though
 * it is none of theirs.
 */
function encodeWithoutPending(doc: Y.Doc): Uint8Array {
  const { store } = doc;
  const { pendingStructs, pendingDs } = store;
  store.pendingStructs = null;
  store.pendingDs = null;
  try {
    return Y.encodeStateAsUpdate(doc);
  } finally {
    store.pendingStructs = pendingStructs;
    store.pendingDs = pendingDs;
  }
}
