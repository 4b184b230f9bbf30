import type { ShapeId } from "@/core/base/ids";
import type { TextCaret } from "@/core/protocol/gesture-lane";
import { PREVIEW_TIMEOUT_MS } from "@/core/protocol/limits";
import type { BeginTyping, LiveBegin } from "@/core/protocol/live-begin";
import type { LiveUpdate } from "@/core/protocol/live-message";
import type { RemoteGesture } from "./remote-gesture";

/** Where somebody types, in the document's own terms. */
export interface TypingPlace extends TextCaret {
  readonly shape: ShapeId;
}

export class RemoteTyping implements RemoteGesture {
  readonly patience = PREVIEW_TIMEOUT_MS;
  readonly #shape: ShapeId;
  #place: TypingPlace | undefined;

  constructor({ shape }: BeginTyping) {
    this.#shape = shape;
  }

  receive(entry: LiveBegin | LiveUpdate): boolean {
    if (entry.kind !== "caret") return false;
    const { anchor, head } = entry;
    const known = this.#place;
    const isSame =
      known && isEqual(known.anchor, anchor) && isEqual(known.head, head);
    if (isSame) return false;
    this.#place = { shape: this.#shape, anchor, head };
    return true;
  }

  typing(): TypingPlace | undefined {
    return this.#place;
  }
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && a.every((byte, i) => byte === b[i]);
