import * as Y from "yjs";
import { documentDigest } from "@/core/protocol/document-digest";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { CheckedUpdate } from "./checked-update";
import { EncodedState, type StateParts } from "./encoded-state";

/** A joiner is not sent more updates than this after the whole; it would cost them more than us a new encoding. */
const MAX_TAIL_FOR_JOINER = 64;

/**
 * No more is held back than this, for changes that may never come. It is sent again in whole when it is asked for, so that dropping
 * it costs a resync and nothing else; keeping it would let one member fill the memory.
 */
const MAX_PENDING_BYTES = 1024 * 1024;

/** A change of the document, and how far it reached before. */
export interface DocumentChange {
  readonly update: Uint8Array;
  /** By client id. Never changed after. */
  readonly before: ReadonlyMap<number, number>;
}

/** The live document of a room. Knows nothing of members, storage or the wire. */
export class RoomDocument {
  #doc: Y.Doc;
  readonly #state: EncodedState;
  /** What the transaction that runs has changed. */
  #change: DocumentChange | undefined;

  /** Builds the document out of a snapshot and updates, in their order. Throws when they cannot be read. */
  constructor(parts: readonly Uint8Array[]) {
    this.#doc = this.#build(parts);
    this.#state = new EncodedState(() => encodeWithoutPending(this.#doc));
  }

  /** Whether everything that it was given is in it; false while something refers to changes that are not there. */
  get isWhole(): boolean {
    return this.pendingBytes === 0;
  }

  /** The size of what is held back, since it refers to changes that are not there. */
  get pendingBytes(): number {
    const { pendingStructs, pendingDs } = this.#doc.store;
    const structs = pendingStructs?.update.byteLength ?? 0;
    return structs + (pendingDs?.byteLength ?? 0);
  }

  /** Forgets what is held back. Those who sent it have to be asked for it again. */
  dropPending(): void {
    const { store } = this.#doc;
    store.pendingStructs = null;
    store.pendingDs = null;
  }

  /** At least the size of the encoded document. */
  get byteLength(): number {
    return this.#state.byteLength;
  }

  /** The size of the encoded document when it was measured last. */
  get measuredBytes(): number {
    return this.#state.measuredBytes;
  }

  /** Measures the encoded document, which costs an encoding when it has changed. */
  measure(): void {
    this.#state.refresh();
  }

  /**
   * Takes an update in. Returns what it has changed; undefined when it held nothing new or has to wait for
   * other updates. Throws a ProtocolError, and leaves the document as it was, when Yjs fails over it.
   */
  apply({ bytes }: CheckedUpdate): DocumentChange | undefined {
    this.#change = undefined;
    try {
      Y.applyUpdate(this.#doc, bytes);
    } catch {
      this.#rebuild();
      throw new ProtocolError("BAD_UPDATE", "not applicable");
    }
    if (this.pendingBytes > MAX_PENDING_BYTES) this.dropPending();
    const change = this.#change as DocumentChange | undefined;
    if (change) this.#state.add(change.update);
    return change;
  }

  /** Makes a change of the server's own. Returns it; undefined when nothing came of it. */
  edit(change: (doc: Y.Doc) => void): DocumentChange | undefined {
    this.#change = undefined;
    this.#doc.transact(() => change(this.#doc));
    const made = this.#change as DocumentChange | undefined;
    if (made) this.#state.add(made.update);
    return made;
  }

  /** Asks something of the document. */
  read<Answer>(question: (doc: Y.Doc) => Answer): Answer {
    return question(this.#doc);
  }

  /** Everything in one update. */
  encode(): Uint8Array {
    return encodeWithoutPending(this.#doc);
  }

  /** Whether the document reaches this far. */
  reaches(ends: ReadonlyMap<number, number>): boolean {
    for (const [client, end] of ends)
      if (Y.getState(this.#doc.store, client) < end) return false;
    return true;
  }

  /** The whole document for one who has nothing. The same object until it has to be encoded anew. */
  whole(): StateParts {
    if (this.#state.parts.tail.length > MAX_TAIL_FOR_JOINER)
      this.#state.refresh();
    return this.#state.parts;
  }

  /** What one who has told this state vector lacks. Throws a ProtocolError when it is not one. */
  missing(stateVector: Uint8Array): Uint8Array {
    try {
      Y.decodeStateVector(stateVector);
    } catch {
      throw new ProtocolError("BAD_MESSAGE", "state vector");
    }
    return encodeWithoutPending(this.#doc, stateVector);
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** A fingerprint of all that is in it. */
  get digest(): string {
    return documentDigest(this.#doc);
  }

  destroy(): void {
    this.#doc.destroy();
  }

  #build(parts: readonly Uint8Array[]): Y.Doc {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const part of parts) Y.applyUpdate(doc, part);
    });
    doc.on(
      "update",
      (update: Uint8Array, _origin, _doc, { beforeState }: Y.Transaction) =>
        (this.#change = { update, before: beforeState }),
    );
    return doc;
  }

  /** Takes back a transaction that broke off in the middle, which Yjs itself cannot. */
  #rebuild(): void {
    const { base, tail } = this.#state.parts;
    const broken = this.#doc;
    this.#doc = this.#build([base, ...tail]);
    broken.destroy();
  }
}

/**
 * Yjs would add what it holds back: whoever was given that would send it to us again, and be told that it cannot be saved, though
 * it is none of theirs.
 */
function encodeWithoutPending(
  doc: Y.Doc,
  stateVector?: Uint8Array,
): Uint8Array {
  const { store } = doc;
  const { pendingStructs, pendingDs } = store;
  store.pendingStructs = null;
  store.pendingDs = null;
  try {
    return Y.encodeStateAsUpdate(doc, stateVector);
  } finally {
    store.pendingStructs = pendingStructs;
    store.pendingDs = pendingDs;
  }
}
