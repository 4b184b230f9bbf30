import * as decoding from "lib0/decoding";
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
} from "y-protocols/sync";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { Barriers } from "./barriers";
import type { DocumentLane, Taken } from "./document-lane";
import type { FirstSync } from "./first-sync";
import type { Peer } from "./peer";
import type { RoomDocument } from "./room-document";
import { encodeSyncStep1, encodeSyncStep2 } from "./sync-messages";

export interface PeerSyncOptions {
  readonly peer: Peer;
  readonly document: RoomDocument;
  readonly lane: DocumentLane;
  readonly firstSync: FirstSync;
  readonly barriers: Barriers;
}

/**
 * One member's side of the document: the sync protocol of y-protocols, and the questions whether something is saved.
 *
 * The member says what they have (step 1) and is given the rest (step 2); then the server asks the same. An update may refer to
 * others that the server has not got: Yjs keeps it until they come, and the server asks for them. What the answer does not make
 * whole is dropped: the member has not got the rest either, or is going to send all of it again.
 */
export class PeerSync {
  readonly #options: PeerSyncOptions;
  /** Whether the member has been given the room's content. */
  #hasContent = false;
  /** The last barrier that came before that. An answer to it answers those before it as well. */
  #earlyBarrier: number | undefined;
  /** How far the document must reach until all that the member sent is in it. */
  readonly #awaited = new Map<number, number>();
  /** Whether an answer to our step 1 is on its way. */
  #isAsking = false;
  /** Whether we have asked more than the once that everybody is asked. */
  #hasAskedAgain = false;
  /** Whether something that the member sent was refused, and has not come again since. */
  #isRefused = false;

  constructor(options: PeerSyncOptions) {
    this.#options = options;
  }

  /** Takes a sync message after its type. Throws a ProtocolError when it is malformed. */
  receive(decoder: decoding.Decoder): void {
    const { kind, content } = readSync(decoder);
    switch (kind) {
      case messageYjsSyncStep1:
        return this.#answer(content);
      case messageYjsSyncStep2:
        return this.#takeAnswer(content);
      case messageYjsUpdate:
        this.#takeUpdate(content);
        // A client without barriers would not learn that something is missing.
        return this.#askForMissing();
      default:
        throw new ProtocolError("BAD_MESSAGE", "unknown sync message");
    }
  }

  /** The member asks whether everything they have sent is saved. */
  barrier(n: number): void {
    const { peer, barriers } = this.#options;
    if (!this.#hasContent) {
      this.#earlyBarrier = n;
    } else if (this.#isRefused) {
      peer.tell({ kind: "unsaved", n, code: "ROOM_TOO_LARGE" });
    } else if (this.#isMissingSomething()) {
      peer.tell({ kind: "unsaved", n, code: "PENDING" });
      this.#askForMissing();
    } else {
      barriers.ask(peer, n);
    }
  }

  /** The member has gone. Nobody else can be asked for what is missing of theirs. */
  leave(): void {
    if (this.#isMissingSomething()) this.#options.document.dropPending();
  }

  #answer(stateVector: Uint8Array): void {
    const { peer, document, firstSync } = this.#options;
    if (isEmpty(stateVector)) firstSync.sendWhole(peer);
    else peer.outbox.send(encodeSyncStep2(document.missing(stateVector)));
    this.#ask();
    this.#hasContent = true;
    if (this.#earlyBarrier !== undefined) this.barrier(this.#earlyBarrier);
    this.#earlyBarrier = undefined;
  }

  #ask(): void {
    const { peer, document } = this.#options;
    this.#isAsking = true;
    peer.outbox.send(encodeSyncStep1(document.stateVector));
  }

  #askAgain(): void {
    if (!this.#hasContent || this.#isAsking) return;
    this.#hasAskedAgain = true;
    this.#ask();
  }

  #takeAnswer(content: Uint8Array): void {
    this.#isAsking = false;
    // It holds everything of theirs that we lack, and so all that was refused.
    this.#isRefused = this.#take(content).isRefused;
    if (this.#hasAskedAgain && this.#isMissingSomething())
      this.#options.document.dropPending();
  }

  #takeUpdate(content: Uint8Array): void {
    if (this.#take(content).isRefused) this.#isRefused = true;
    else if (this.#isRefused) this.#askAgain();
  }

  #take(update: Uint8Array): Taken {
    const { lane, peer } = this.#options;
    const taken = lane.take(update, peer.user);
    for (const [client, end] of taken.awaited ?? [])
      this.#awaited.set(client, Math.max(end, this.#awaited.get(client) ?? 0));
    return taken;
  }

  #askForMissing(): void {
    if (this.#isMissingSomething()) this.#askAgain();
  }

  #isMissingSomething(): boolean {
    if (this.#awaited.size === 0) return false;
    if (!this.#options.document.reaches(this.#awaited)) return true;
    this.#awaited.clear();
    return false;
  }
}

function readSync(decoder: decoding.Decoder) {
  try {
    const kind = decoding.readVarUint(decoder);
    return { kind, content: decoding.readVarUint8Array(decoder) };
  } catch {
    throw new ProtocolError("BAD_MESSAGE", "cut off");
  }
}

/** Whether a state vector is that of a new document. */
function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0;
}
