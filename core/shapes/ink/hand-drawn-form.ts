import { boxOf, type Box } from "../../geometry/box";
import type { PropertyReader } from "../property-reader";
import type { StretchFactors } from "../shape-kind";
import { packInk, unpackInk } from "./ink-cache";
import { MAX_INK_BYTES, MAX_INK_POINTS, type Ink } from "./ink-codec";
import type { InkPoint } from "./ink-point";

/** A stroke, and how the pen was held. */
type HandDrawn = Ink & { readonly tilt?: Uint8Array };

const TILT_BYTES = 2;

export function readHandDrawn(record: PropertyReader): HandDrawn | undefined {
  const bytes = record.bytes("points", MAX_INK_BYTES);
  const ink = bytes && unpackInk(bytes);
  const tilt = record.bytes("tilt", TILT_BYTES * MAX_INK_POINTS);
  const fits = ink && tilt?.length === TILT_BYTES * ink.points.length;
  return fits ? { ...ink, tilt } : ink;
}

export const writeHandDrawn = (drawn: HandDrawn) => ({
  points: packInk(drawn),
  // A key of its own: a version that knows nothing of it shows the stroke all the same.
  tilt: drawn.tilt,
});

const boxes = new WeakMap<readonly InkPoint[], Box>();

/** The box of a stroke's points, remembered. */
export function boxOfPoints(points: readonly InkPoint[]): Box {
  const known = boxes.get(points);
  if (known) return known;
  const box = boxOf(points)!;
  boxes.set(points, box);
  return box;
}

/** A stretch draws the stroke anew in its new size, as wide as it was. */
export const stretchPoints = (
  { points }: Ink,
  { x, y }: StretchFactors,
): { readonly points: readonly InkPoint[] } => ({
  points: points.map((point) => ({
    x: point.x * x,
    y: point.y * y,
    pressure: point.pressure,
  })),
});
