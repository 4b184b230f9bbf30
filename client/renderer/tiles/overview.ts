import { containsBox, heightOf, widthOf, type Box } from "@/core/geometry/box";
import { visibleBox, type View } from "../view";

/** The picture of the whole board is at most so large; device pixels, each way. */
const OVERVIEW_SIZE = 1024;

/** A picture of the whole board: what of it, and at which scale. */
export interface Overview {
  readonly box: Box;
  /** Device pixels per board unit: a power of two, so that it seldom changes while the board grows. */
  readonly scale: number;
}

/** The picture that serves where there is no better one; undefined where all of the board is in view, or there is nothing on it. */
export function overviewOf(
  bounds: Box | undefined,
  view: View,
): Overview | undefined {
  if (!bounds || containsBox(visibleBox(view), bounds)) return undefined;
  const size = Math.max(widthOf(bounds), heightOf(bounds), 1);
  const scale = 2 ** Math.floor(Math.log2(OVERVIEW_SIZE / size));
  return { box: bounds, scale };
}
