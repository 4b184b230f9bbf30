import * as Y from "yjs";

import type { UserId } from "../base/ids";
import type { Shape } from "../shapes/shape";
import type { StoredValue } from "../shapes/shape-kind";
import type { TextEdit } from "./draft";
import {
  deletionKey,
  isDeletionKey,
  type ShapeRecord,
  storedProperties,
  TEXT,
  textOf,
} from "./shape-record";

/** A record of `shape`, to be put into the document; not listed yet. */
export function newRecord(shape: Shape): ShapeRecord {
  const record: ShapeRecord = new Y.Map();
  for (const [key, value] of Object.entries(storedProperties(shape))) {
    if (value !== undefined) record.set(key, value);
  }
  // Every shape that can carry text gets it here, once: of two people who each gave it one, one would lose what they wrote.
  if ("text" in shape) record.set(TEXT, new Y.Text(shape.text));
  return record;
}

/** Writes the properties in which `after` differs from `before`, and no other: somebody else may be changing those. */
export function writeDifference(
  record: ShapeRecord,
  before: Shape,
  after: Shape,
): void {
  const old = storedProperties(before);
  for (const [key, value] of Object.entries(storedProperties(after))) {
    if (isSame(old[key], value)) continue;
    if (value === undefined) record.delete(key);
    else record.set(key, value);
  }
}

/** Does nothing on a record without a text. */
export function writeText(record: ShapeRecord, edit: TextEdit): void {
  const text = textOf(record);
  if (!text) return;
  const { from, to, insert } = clamped(edit, text.length);
  text.delete(from, to - from);
  text.insert(from, insert);
}

/** What `writeText` makes of a text. */
export function editedText(text: string, edit: TextEdit): string {
  const { from, to, insert } = clamped(edit, text.length);
  return text.slice(0, from) + insert + text.slice(to);
}

function clamped({ from, to, insert }: TextEdit, length: number): TextEdit {
  const start = Math.max(0, Math.min(from, length));
  return { from: start, to: Math.max(start, Math.min(to, length)), insert };
}

/** Does nothing when the user has put it there before. `now` in milliseconds since 1970. */
export function putIntoBin(
  record: ShapeRecord,
  user: UserId,
  now: number,
): void {
  const key = deletionKey(user);
  if (!record.has(key)) record.set(key, now);
}

/** Whoever put it there. */
export function takeFromBin(record: ShapeRecord): void {
  for (const key of [...record.keys()]) {
    if (isDeletionKey(key)) record.delete(key);
  }
}

function isSame(
  a: StoredValue | undefined,
  b: StoredValue | undefined,
): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
