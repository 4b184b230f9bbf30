import { CHUNK_BYTES } from "@/core/protocol/limits";
import type { StateParts } from "./encoded-state";
import type { Peer } from "./peer";
import { longMessageFrames } from "./peer-outbox";
import type { RoomDocument } from "./room-document";
import { encodeSyncStep2, encodeUpdate } from "./sync-messages";
import { type Frames, joinFrames } from "./ws-frame";

interface WholeDocument {
  /** What they were made of. */
  readonly base: Uint8Array;
  readonly updates: number;
  readonly ofBase: readonly Frames[];
  readonly ofTail: readonly Frames[];
}

/** Gives the whole document to those who have nothing. What is sent is built once, however many come. */
export class FirstSync {
  readonly #document: RoomDocument;
  #forOurs: WholeDocument | undefined;
  #forStock: WholeDocument | undefined;

  constructor(document: RoomDocument) {
    this.#document = document;
  }

  sendWhole({ isStock, outbox }: Peer): void {
    const known = isStock ? this.#forStock : this.#forOurs;
    const whole = upToDate(known, this.#document.whole(), isStock);
    if (isStock) this.#forStock = whole;
    else this.#forOurs = whole;
    outbox.writeParts(whole.ofBase);
    outbox.writeParts(whole.ofTail);
  }
}

function upToDate(
  known: WholeDocument | undefined,
  { base, tail }: StateParts,
  isStock: boolean,
): WholeDocument {
  const isBaseKnown = known?.base === base;
  if (isBaseKnown && known.updates === tail.length) return known;
  return {
    base,
    updates: tail.length,
    ofBase: isBaseKnown
      ? known.ofBase
      : framesOf([encodeSyncStep2(base)], isStock),
    ofTail: framesOf(tail.map(encodeUpdate), isStock),
  };
}

/** Messages as parts of about the size of a chunk. */
function framesOf(messages: readonly Uint8Array[], isStock: boolean): Frames[] {
  const parts: Frames[] = [];
  let short: Uint8Array[] = [];
  let shortBytes = 0;
  const seal = () => {
    if (short.length > 0) parts.push(joinFrames(short));
    short = [];
    shortBytes = 0;
  };
  for (const message of messages) {
    if (shortBytes + message.byteLength > CHUNK_BYTES) seal();
    if (message.byteLength > CHUNK_BYTES) {
      parts.push(...longMessageFrames(message, isStock));
    } else {
      short.push(message);
      shortBytes += message.byteLength;
    }
  }
  seal();
  return parts;
}
