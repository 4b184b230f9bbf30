import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { unreachable } from "../base/assert";
import { MAX_DRAFT_LENGTH } from "./limits";
import type { BeginStroke, LiveBegin } from "./live-begin";
import {
  HUNDREDTHS,
  readId,
  readIds,
  readPoint,
  refuse,
  writeIds,
  writePoint,
} from "./live-values";

const WHAT = {
  ink: 0,
  highlight: 1,
  draft: 2,
  transform: 3,
  copies: 4,
  erase: 5,
  laser: 6,
  typing: 7,
} as const;

const COLOUR = /^#[0-9a-f]{6}$/i;
/** Tenths of a board unit. */
const MAX_STROKE_WIDTH = 10_000;

/**
 * ```
 * begin  := varUint(1) • gesture • ( varUint(0: ink | 1: highlight) • stroke
 *                                  | varUint(2: draft) • varString(shape) • varString(JSON of its record)
 *                                  | varUint(3: transform | 4: transform of copies) • ids
 *                                  | varUint(5: erase)
 *                                  | varUint(6: laser)
 *                                  | varUint(7: typing) • varString(shape) )
 * stroke := varString(shape) • point of 0.01(at) • varString(#rrggbb) • varUint(width in 0.1) • uint8(opacity × 100) • uint8(has pressure)
 * ```
 * Writes what follows the gesture.
 */
export function writeBegin(encoder: encoding.Encoder, begin: LiveBegin): void {
  switch (begin.what) {
    case "ink":
    case "highlight":
      encoding.writeVarUint(encoder, WHAT[begin.what]);
      return writeStrokeStart(encoder, begin);
    case "draft":
      encoding.writeVarUint(encoder, WHAT.draft);
      encoding.writeVarString(encoder, begin.shape);
      return encoding.writeVarString(encoder, begin.record);
    case "transform":
      encoding.writeVarUint(
        encoder,
        begin.copies ? WHAT.copies : WHAT.transform,
      );
      return writeIds(encoder, begin.shapes);
    case "erase":
    case "laser":
      return encoding.writeVarUint(encoder, WHAT[begin.what]);
    case "typing":
      encoding.writeVarUint(encoder, WHAT.typing);
      return encoding.writeVarString(encoder, begin.shape);
    default:
      unreachable(begin);
  }
}

/** Reads what follows the gesture. */
export function readBegin(
  decoder: decoding.Decoder,
  gesture: number,
): LiveBegin {
  const base = { kind: "begin", gesture } as const;
  const what = decoding.readVarUint(decoder);
  switch (what) {
    case WHAT.ink:
      return { ...base, what: "ink", ...readStrokeStart(decoder) };
    case WHAT.highlight:
      return { ...base, what: "highlight", ...readStrokeStart(decoder) };
    case WHAT.draft: {
      const shape = readId(decoder);
      return { ...base, what: "draft", shape, record: readRecord(decoder) };
    }
    case WHAT.transform:
    case WHAT.copies: {
      const copies = what === WHAT.copies;
      return { ...base, what: "transform", shapes: readIds(decoder), copies };
    }
    case WHAT.erase:
      return { ...base, what: "erase" };
    case WHAT.laser:
      return { ...base, what: "laser" };
    case WHAT.typing:
      return { ...base, what: "typing", shape: readId(decoder) };
    default:
      return refuse("begin");
  }
}

function writeStrokeStart(encoder: encoding.Encoder, begin: BeginStroke): void {
  encoding.writeVarString(encoder, begin.shape);
  writePoint(encoder, begin.at, HUNDREDTHS);
  encoding.writeVarString(encoder, begin.stroke);
  encoding.writeVarUint(encoder, Math.round(begin.strokeWidth * 10));
  encoding.writeUint8(encoder, Math.round(begin.opacity * 100));
  encoding.writeUint8(encoder, begin.hasPressure ? 1 : 0);
}

function readStrokeStart(
  decoder: decoding.Decoder,
): Omit<BeginStroke, "kind" | "gesture" | "what"> {
  const shape = readId(decoder);
  const at = readPoint(decoder, HUNDREDTHS);
  const stroke = decoding.readVarString(decoder);
  const width = decoding.readVarUint(decoder);
  const percent = decoding.readUint8(decoder);
  const hasPressure = decoding.readUint8(decoder) === 1;
  if (!COLOUR.test(stroke) || width > MAX_STROKE_WIDTH || percent > 100)
    refuse("stroke");
  return {
    shape,
    at,
    stroke,
    strokeWidth: width / 10,
    opacity: percent / 100,
    hasPressure,
  };
}

/** As it came: written anew it might get longer than is allowed. */
function readRecord(decoder: decoding.Decoder): string {
  const record = decoding.readVarString(decoder);
  if (record.length > MAX_DRAFT_LENGTH || !isJsonObject(record))
    refuse("record");
  return record;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
