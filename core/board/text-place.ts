import * as Y from "yjs";

/** A place in a text that stays between the letters it is between, whoever types where. */
export function encodeTextPlace(text: Y.Text, index: number): Uint8Array {
  const place = Math.max(0, Math.min(index, text.length));
  return Y.encodeRelativePosition(
    // Bound to the letter before: what somebody else types just here comes after one's own caret.
    Y.createRelativePositionFromTypeIndex(text, place, -1),
  );
}

/** The index of such a place; undefined for one in another text, or that nobody encoded. Never throws. */
export function textPlaceIndex(
  text: Y.Text,
  place: Uint8Array,
): number | undefined {
  if (!text.doc) return undefined;
  try {
    const position = Y.decodeRelativePosition(place);
    const absolute = Y.createAbsolutePositionFromRelativePosition(
      position,
      text.doc,
    );
    return absolute?.type === text ? absolute.index : undefined;
  } catch {
    // Bytes that nobody encoded, or letters that have not arrived yet.
    return undefined;
  }
}
