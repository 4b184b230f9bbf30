import * as decoding from "lib0/decoding";
import {
  messageYjsSyncStep1,
  messageYjsSyncStep2,
  messageYjsUpdate,
} from "y-protocols/sync";
import { MAX_ROOM_BYTES, MAX_STATE_VECTOR_BYTES } from "@/core/protocol/limits";
import { ProtocolError } from "@/core/protocol/protocol-error";
import type { Tally } from "../metrics/tally";
import type { Barriers } from "./barriers";
import type { DocumentLane } from "./document-lane";
import type { FirstSync } from "./first-sync";
import { holdsUpdate } from "./holds-update";
import type { ClientIds } from "./guard/client-ids";
import { InOrder } from "./in-order";
import { MissingChanges } from "./missing-changes";
import type { Peer } from "./peer";
import type { RoomDocument } from "./room-document";
import { soon, useInTurns } from "./slices/turns";
import {
  encodePermissionDenied,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
} from "./sync-messages";

export interface PeerSyncOptions {
  readonly peer: Peer;
  readonly document: RoomDocument;
  readonly lane: DocumentLane;
  readonly clientIds: ClientIds;
  readonly firstSync: FirstSync;
  readonly barriers: Barriers;
  readonly tally: Tally;
  /** Told of what goes wrong in something that took several turns of the event loop. */
  readonly onError: (error: unknown) => void;
}

type Refusal = "ROOM_TOO_LARGE" | "MAY_NOT_DRAW";

/** What has come of an update. */
interface Outcome {
  /** Why nothing of it was taken. */
  readonly refusal: Refusal | undefined;
  /** As `Taken.missing`. */
  readonly missing: ReadonlyMap<number, number>;
}

const NOTHING: ReadonlyMap<number, number> = new Map();

/** The most that may wait for a document that is being built, or for a large update that is being taken in. */
const MAX_WAITING_BYTES = 2 * MAX_ROOM_BYTES;

/**
 * One member's side of the document: the sync protocol of y-protocols, and the questions whether something is saved.
 *
 * The member says what they have (step 1) and is given the rest (step 2); then the server asks the same. Of an update that refers to
 * others which the server has not got, or that brings what is not the member's to bring, the rest is taken and the server asks again:
 * the answer holds all that is missing. What even that does not make whole is asked for once more when somebody else has brought what it
 * lacks.
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
  /** Why something that the member sent was refused which has not come again since. */
  #refusal: Refusal | undefined;
  readonly #missing: MissingChanges;
  readonly #messages: InOrder;

  constructor(options: PeerSyncOptions) {
    this.#options = options;
    this.#messages = new InOrder({
      maxBytes: MAX_WAITING_BYTES,
      onError: options.onError,
    });
    this.#missing = new MissingChanges({
      ...options,
      ask: () => this.#askAgain(),
    });
  }

  /** Takes a sync message after its type. Throws a ProtocolError when it is malformed. */
  receive(decoder: decoding.Decoder): void {
    const { kind, content } = readSync(decoder);
    this.#messages.do(() => this.#handle(kind, content), content.byteLength);
  }

  /** The member asks whether everything they have sent is saved. */
  barrier(n: number): void {
    this.#messages.do(() => this.#answerBarrier(n));
  }

  #handle(kind: number, content: Uint8Array): Promise<void> | undefined {
    switch (kind) {
      case messageYjsSyncStep1:
        return this.#answer(content);
      case messageYjsSyncStep2:
        return this.#whenReady(() => this.#takeAnswer(content));
      case messageYjsUpdate:
        return this.#whenReady(() => this.#takeUpdate(content));
      default:
        throw new ProtocolError("BAD_MESSAGE", "unknown sync message");
    }
  }

  #answerBarrier(n: number): void {
    const { peer, barriers } = this.#options;
    if (!this.#hasContent) {
      this.#earlyBarrier = n;
    } else if (this.#refusal) {
      peer.tell({ kind: "unsaved", n, code: this.#refusal });
    } else if (this.#isMissingSomething()) {
      peer.tell({ kind: "unsaved", n, code: "PENDING" });
      this.#askForMissing();
    } else {
      barriers.ask(peer, n);
    }
  }

  /** The member may draw again: what they were refused is asked for. */
  allow(): void {
    this.#messages.do(() => {
      if (this.#refusal === "MAY_NOT_DRAW") this.#askAgain();
    });
  }

  /** The member has gone. What they sent is taken in all the same. */
  leave(): void {
    this.#missing.dispose();
    this.#messages.end(() => this.#options.clientIds.leave(this.#options.peer));
  }

  #answer(stateVector: Uint8Array): Promise<void> | undefined {
    const { peer, document, firstSync, tally } = this.#options;
    if (stateVector.byteLength > MAX_STATE_VECTOR_BYTES)
      throw new ProtocolError("TOO_LARGE", "state vector");
    if (this.#hasContent) tally.resyncs.asked += 1;
    if (isEmpty(stateVector)) {
      firstSync.sendWhole(peer);
      return this.#whenReady(() => this.#answered());
    }
    return this.#whenReady(() =>
      after(
        useInTurns(document.missing(stateVector), (slice, isLast) =>
          peer.outbox.send(
            isLast ? encodeSyncStep2(slice) : encodeUpdate(slice),
          ),
        ),
        () => this.#answered(),
      ),
    );
  }

  /** The member has been given all that they lacked. */
  #answered(): undefined {
    this.#ask();
    this.#hasContent = true;
    if (this.#earlyBarrier !== undefined)
      this.#answerBarrier(this.#earlyBarrier);
    this.#earlyBarrier = undefined;
  }

  /** Does something with the document, once it can be used. */
  #whenReady(work: () => Promise<void> | undefined): Promise<void> | undefined {
    const { document } = this.#options;
    return document.isReady ? work() : document.whenReady.then(work);
  }

  #ask(): void {
    const { peer, document } = this.#options;
    this.#isAsking = true;
    peer.outbox.send(encodeSyncStep1(document.stateVector));
  }

  #askAgain(): void {
    if (!this.#hasContent || this.#isAsking) return;
    this.#options.tally.resyncs.pending += 1;
    this.#ask();
  }

  #takeAnswer(content: Uint8Array): Promise<void> | undefined {
    this.#isAsking = false;
    const { clientIds, peer } = this.#options;
    const judgedAt = clientIds.changes;
    return this.#take(content, false, ({ refusal, missing }) => {
      // It holds everything of theirs that we lack, and so all that was refused.
      this.#refusal = refusal;
      clientIds.settle(peer);
      this.#missing.replace(missing, judgedAt);
    });
  }

  #takeUpdate(content: Uint8Array): Promise<void> | undefined {
    return this.#take(content, true, ({ refusal, missing }) => {
      if (refusal) this.#refusal = refusal;
      else if (this.#refusal || missing.size > 0) this.#askAgain();
      this.#missing.add(missing);
      // A client without barriers would not learn that something is missing.
      this.#askForMissing();
    });
  }

  #take(
    update: Uint8Array,
    isLive: boolean,
    andThen: (outcome: Outcome) => void,
  ): Promise<void> | undefined {
    const { lane, peer } = this.#options;
    if (!peer.standing.mayDraw)
      return after(this.#isHeld(update), (isHeld) =>
        andThen({
          refusal: isHeld ? undefined : this.#forbid(),
          missing: NOTHING,
        }),
      );
    const mayGoOn = () => peer.standing.mayDraw;
    const sender = { speaker: peer, isLive, mayGoOn };
    return after(lane.take(update, sender), (taken) => {
      for (const [client, end] of taken.awaited ?? [])
        this.#awaited.set(
          client,
          Math.max(end, this.#awaited.get(client) ?? 0),
        );
      const refusal = taken.isRefused ? "ROOM_TOO_LARGE" : undefined;
      andThen({ refusal, missing: taken.missing });
    });
  }

  /** Whether the document has all of an update already: then it is none. */
  #isHeld(update: Uint8Array): boolean | Promise<boolean> {
    const { document } = this.#options;
    return soon(document.read((doc) => holdsUpdate(doc, update)));
  }

  /** Whoever may not draw is told so, and stays. */
  #forbid(): Refusal {
    const { peer } = this.#options;
    if (peer.isStock) peer.outbox.send(encodePermissionDenied("MAY_NOT_DRAW"));
    else peer.tell({ kind: "error", code: "MAY_NOT_DRAW" });
    return "MAY_NOT_DRAW";
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

/** Goes on with a value: now, unless it has to be waited for. */
function after<Value>(
  value: Value | Promise<Value>,
  andThen: (value: Value) => void,
): Promise<void> | undefined {
  if (value instanceof Promise) return value.then(andThen);
  andThen(value);
  return undefined;
}

/** Whether a state vector is that of a new document. */
function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.byteLength === 1 && stateVector[0] === 0;
}
