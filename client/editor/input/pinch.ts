import { distance, screenPoint, type ScreenPoint } from "@/core/geometry/point";
import type { Camera } from "../camera";

export type FingerPair = readonly [ScreenPoint, ScreenPoint];

/** Fingers closer than this tell no ratio; CSS pixels. */
const MIN_SPAN = 10;

/** Moves and zooms so that what lay under two fingers lies under them still. */
export function followPinch(
  camera: Camera,
  before: FingerPair,
  after: FingerPair,
): void {
  const from = middleOf(before);
  const to = middleOf(after);
  camera.panBy(to.x - from.x, to.y - from.y);
  camera.zoomAt(to, spanOf(after) / spanOf(before));
}

const middleOf = ([a, b]: FingerPair): ScreenPoint =>
  screenPoint((a.x + b.x) / 2, (a.y + b.y) / 2);

const spanOf = ([a, b]: FingerPair) => Math.max(MIN_SPAN, distance(a, b));
