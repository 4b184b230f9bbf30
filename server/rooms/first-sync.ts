import { CHUNK_BYTES } from "@/core/protocol/limits";
import type { StateParts } from "./encoded-state";
import type { Peer } from "./peer";
import { longMessageFrames } from "./peer-outbox";
import type { RoomDocument } from "./room-document";
import { encodeSyncStep2, encodeUpdate } from "./sync-messages";
import { joinFrames } from "./ws-frame";

interface Frames {
  /** What they were made of. */
  readonly base: Uint8Array;
  readonly updates: number;
  readonly ofBase: readonly Uint8Array[];
  readonly ofTail: readonly Uint8Array[];
}

/** Gives the whole document to those who have nothing. What is sent is built once, however many come. */
export class FirstSync {
  readonly #document: RoomDocument;
  #forOurs: Frames | undefined;
  #forStock: Frames | undefined;

  constructor(document: RoomDocument) {
    this.#document = document;
  }

  sendWhole({ isStock, outbox }: Peer): void {
    const known = isStock ? this.#forStock : this.#forOurs;
    const frames = upToDate(known, this.#document.whole(), isStock);
    if (isStock) this.#forStock = frames;
    else this.#forOurs = frames;
    outbox.writeParts(frames.ofBase);
    outbox.writeParts(frames.ofTail);
  }
}

function upToDate(
  known: Frames | undefined,
  { base, tail }: StateParts,
  isStock: boolean,
): Frames {
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
function framesOf(
  messages: readonly Uint8Array[],
  isStock: boolean,
): Uint8Array[] {
  const parts: Uint8Array[] = [];
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
