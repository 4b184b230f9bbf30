import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { readBegin, writeBegin } from "./live-begin-codec";
import type { LiveEntry, LiveUpdate } from "./live-message";
import { readUpdate, writeUpdate } from "./live-update-codec";
import {
  readBox,
  readPoint,
  refuse,
  TENTHS,
  writeBox,
  writePoint,
} from "./live-values";
import { ProtocolError } from "./protocol-error";

const KIND = {
  begin: 1,
  cursor: 2,
  stroke: 3,
  end: 4,
  cancel: 5,
  draft: 6,
  transform: 7,
  erase: 8,
  laser: 9,
  caret: 10,
  viewport: 11,
} as const satisfies Record<LiveEntry["kind"], number>;

const UPDATES: readonly LiveUpdate["kind"][] = [
  "stroke",
  "draft",
  "transform",
  "erase",
  "laser",
  "caret",
];
const updateKinds = new Map<number, LiveUpdate["kind"]>(
  UPDATES.map((kind) => [KIND[kind], kind]),
);

/**
 * ```
 * entry    := begin | cursor | viewport | stroke | draft | transform | erase | laser | caret | end | cancel
 * cursor   := varUint(2) • point of 0.1
 * viewport := varUint(11) • point of 0.1: top left • point of 0.1: bottom right
 * end      := varUint(4) • gesture
 * cancel   := varUint(5) • gesture
 * gesture  := varUint
 * ```
 */
export function writeLiveEntry(
  encoder: encoding.Encoder,
  entry: LiveEntry,
): void {
  encoding.writeVarUint(encoder, KIND[entry.kind]);
  if (entry.kind === "cursor") return writePoint(encoder, entry.at, TENTHS);
  if (entry.kind === "viewport") return writeBox(encoder, entry.box, TENTHS);
  encoding.writeVarUint(encoder, entry.gesture);
  switch (entry.kind) {
    case "begin":
      return writeBegin(encoder, entry);
    case "end":
    case "cancel":
      return;
    default:
      writeUpdate(encoder, entry);
  }
}

/** Throws a ProtocolError when there is no entry. */
export function readLiveEntry(decoder: decoding.Decoder): LiveEntry {
  const entry = tryReadLiveEntry(decoder);
  // Some of lib0's readers run past the end without a word.
  if (!entry || decoder.pos > decoder.arr.length) refuse("cut off");
  return entry;
}

/** Undefined when lib0 noticed the end of the bytes. */
function tryReadLiveEntry(decoder: decoding.Decoder): LiveEntry | undefined {
  try {
    return readByKind(decoder, decoding.readVarUint(decoder));
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    return undefined;
  }
}

function readByKind(decoder: decoding.Decoder, kind: number): LiveEntry {
  if (kind === KIND.cursor)
    return { kind: "cursor", at: readPoint(decoder, TENTHS) };
  if (kind === KIND.viewport)
    return { kind: "viewport", box: readBox(decoder, TENTHS) };
  const gesture = decoding.readVarUint(decoder);
  const update = updateKinds.get(kind);
  if (update) return readUpdate(decoder, update, gesture);
  switch (kind) {
    case KIND.begin:
      return readBegin(decoder, gesture);
    case KIND.end:
      return { kind: "end", gesture };
    case KIND.cancel:
      return { kind: "cancel", gesture };
    default:
      return refuse("unknown kind");
  }
}
