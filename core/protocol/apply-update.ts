import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { readRepeatedString } from "./repeated-string";

/** The tag of a string among lib0's values of any type. */
const STRING = 119;

/**
 * `Y.applyUpdate`, but faster, and what comes of it takes less memory: the few words that a board says again and again, such as the names of its
 * shapes' properties, are not made anew each time.
 *
 * @param origin What the transaction has as its origin.
 */
export function applyUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  origin: unknown,
): void {
  const decoder = decoding.createDecoder(update);
  Y.readUpdateV2(decoder, doc, origin, new BoardUpdateDecoder(decoder));
}

class BoardUpdateDecoder extends Y.UpdateDecoderV1 {
  override readString(): string {
    return readRepeatedString(this.restDecoder);
  }

  override readKey(): string {
    return readRepeatedString(this.restDecoder);
  }

  override readAny(): unknown {
    const decoder = this.restDecoder;
    if (decoder.arr[decoder.pos] !== STRING) return decoding.readAny(decoder);
    decoder.pos += 1;
    return readRepeatedString(decoder);
  }
}
