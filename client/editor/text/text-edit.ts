/** One replaced part of a text. Offsets count UTF-16 units, as Y.Text and text fields do. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The smallest single edit that makes `after` of `before`; undefined when they are equal. Where letters repeat, several would do:
 * it is the one that leaves the caret, at `caret` in `after`, behind what was inserted, or the first one. Never cuts a character in two.
 */
export function editBetween(
  before: string,
  after: string,
  caret = 0,
): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const mostAtEnd = Math.min(shorter, after.length - caret);
  let atEnd = 0;
  while (atEnd < mostAtEnd && before.at(-1 - atEnd) === after.at(-1 - atEnd))
    atEnd++;
  if (atEnd > 0 && isLowSurrogate(after.at(-atEnd)!)) atEnd--;
  const mostAtStart = shorter - atEnd;
  let atStart = 0;
  while (atStart < mostAtStart && before[atStart] === after[atStart]) atStart++;
  if (atStart > 0 && isHighSurrogate(after[atStart - 1]!)) atStart--;
  return {
    from: atStart,
    to: before.length - atEnd,
    insert: after.slice(atStart, after.length - atEnd),
  };
}

export const applyEdit = (
  text: string,
  { from, to, insert }: TextEdit,
): string => text.slice(0, from) + insert + text.slice(to);

/** Which way an offset goes when something is inserted exactly there. */
type Side = "before" | "after";

/** Where `offset` is once `edit` has been made. Of what is replaced, it goes to the end. */
export function offsetAfter(
  offset: number,
  { from, to, insert }: TextEdit,
  side: Side = "before",
): number {
  if (offset < from || (offset === from && side === "before")) return offset;
  if (offset < to) return from + insert.length;
  return offset + insert.length - (to - from);
}

/**
 * `edit` as it has to be made on a text where `other` has been made first; both were meant for the same text. What the other
 * inserted stays. Of two edits at the same place, the one with `side` "before" comes first.
 */
export function editAfter(
  edit: TextEdit,
  other: TextEdit,
  side: Side,
): TextEdit {
  const isRange = edit.to > edit.from;
  const from = offsetAfter(edit.from, other, isRange ? "after" : side);
  const end = offsetAfter(edit.to, other, isRange ? "before" : side);
  const to = Math.max(from, end);
  const isAround =
    from <= other.from && to >= other.from + other.insert.length && isRange;
  return { from, to, insert: edit.insert + (isAround ? other.insert : "") };
}

const isHighSurrogate = (unit: string): boolean => /[\ud800-\udbff]/.test(unit);
const isLowSurrogate = (unit: string): boolean => /[\udc00-\udfff]/.test(unit);
