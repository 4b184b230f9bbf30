import { boxOf, type Box } from "../../geometry/box";
import type { PropertyReader } from "../property-reader";
import type { StretchFactors } from "../shape-kind";
import { packInk, unpackInk } from "./ink-cache";
import { MAX_INK_BYTES, type Ink } from "./ink-codec";
import type { InkPoint } from "./ink-point";

export function readHandDrawn(record: PropertyReader): Ink | undefined {
  const bytes = record.bytes("points", MAX_INK_BYTES);
  return bytes && unpackInk(bytes);
}

export const writeHandDrawn = (ink: Ink) => ({ points: packInk(ink) });

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
