import type { RoomDocument } from "./room-document";
import { CHUNK_BYTES } from "@/core/protocol/limits";
import { longMessageFrames } from "./peer-outbox";
import { encodeSyncStep2, encodeUpdate } from "./sync-messages";
import { joinFrames } from "./ws-frame";
import type { Peer } from "./peer";

interface Frames {
  /** What they were made of. */
  readonly base: Uint8Array;
  readonly parts: readonly Uint8Array[];
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
    const { base, tail } = this.#document.whole();
    const known = isStock ? this.#forStock : this.#forOurs;
    const frames = known?.base === base ? known : framesOf(base, isStock);
    if (isStock) this.#forStock = frames;
    else this.#forOurs = frames;
    outbox.writeParts(frames.parts);
    for (const update of tail) outbox.send(encodeUpdate(update));
  }
}

function framesOf(base: Uint8Array, isStock: boolean): Frames {
  const message = encodeSyncStep2(base);
  const parts =
    message.byteLength > CHUNK_BYTES
      ? longMessageFrames(message, isStock)
      : [joinFrames([message])];
  return { base, parts };
}
