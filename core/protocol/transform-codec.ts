import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { unreachable } from "../base/assert";
import type { Transform } from "../geometry/transform";
import { normalAngle } from "../geometry/turn";
import {
  FINE,
  HUNDREDTHS,
  readFloat,
  readPoint,
  refuse,
  writeFloat,
  writePoint,
} from "./live-values";

const KIND = { move: 0, turn: 1, stretch: 2, handle: 3 } as const;

const MAX_ANGLE = Math.PI;
const MAX_FACTOR = 1e6;
const MAX_HANDLE = 1_000;

/**
 * ```
 * transform := varUint(0: move) • point of 0.01(by)
 *            | varUint(1: turn) • point of 0.0001(about) • float32(angle)
 *            | varUint(2: stretch) • point of 0.0001(about) • float32(angle) • float32(x) • float32(y)
 *            | varUint(3: handle) • varUint(handle) • point of 0.0001(to)
 * ```
 * Shapes stand on hundredths of a unit. A move by hundredths takes them exactly where the commit does; the others come so close that the
 * place they are rounded to is the same, or at times the next.
 */
export function writeTransform(
  encoder: encoding.Encoder,
  transform: Transform,
): void {
  encoding.writeVarUint(encoder, KIND[transform.kind]);
  switch (transform.kind) {
    case "move":
      return writePoint(encoder, transform.by, HUNDREDTHS);
    case "turn":
      writePoint(encoder, transform.about, FINE);
      return writeAngle(encoder, transform.angle);
    case "stretch":
      writePoint(encoder, transform.about, FINE);
      writeAngle(encoder, transform.angle);
      writeFloat(encoder, transform.x, MAX_FACTOR);
      return writeFloat(encoder, transform.y, MAX_FACTOR);
    case "handle":
      encoding.writeVarUint(encoder, transform.handle);
      return writePoint(encoder, transform.to, FINE);
    default:
      unreachable(transform);
  }
}

export function readTransform(decoder: decoding.Decoder): Transform {
  switch (decoding.readVarUint(decoder)) {
    case KIND.move:
      return { kind: "move", by: readPoint(decoder, HUNDREDTHS) };
    case KIND.turn:
      return {
        kind: "turn",
        about: readPoint(decoder, FINE),
        angle: readFloat(decoder, MAX_ANGLE),
      };
    case KIND.stretch:
      return {
        kind: "stretch",
        about: readPoint(decoder, FINE),
        angle: readFloat(decoder, MAX_ANGLE),
        x: readFloat(decoder, MAX_FACTOR),
        y: readFloat(decoder, MAX_FACTOR),
      };
    case KIND.handle: {
      const handle = decoding.readVarUint(decoder);
      if (handle > MAX_HANDLE) refuse("handle");
      return { kind: "handle", handle, to: readPoint(decoder, FINE) };
    }
    default:
      return refuse("transform");
  }
}

const writeAngle = (encoder: encoding.Encoder, angle: number): void =>
  writeFloat(encoder, normalAngle(angle), MAX_ANGLE);
