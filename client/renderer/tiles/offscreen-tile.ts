import { assert } from "@/core/base/assert";
import { type TileCanvas, TILE_SIZE } from "./tile";

/** A tile's canvas that is on no page. */
export function createOffscreenTile(): TileCanvas {
  const image = new OffscreenCanvas(TILE_SIZE, TILE_SIZE);
  const surface = image.getContext("2d");
  assert(surface, "This browser has no 2D canvas.");
  return { image, surface };
}
