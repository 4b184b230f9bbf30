import { assert } from "@/core/base/assert";
import type { LayerSurface } from "./layer";

/** A canvas that is on no page. */
export interface OffscreenPicture {
  readonly image: OffscreenCanvas;
  readonly surface: LayerSurface;
}

/** Makes one of so many device pixels, with nothing on it. */
export type CreatePicture = (width: number, height: number) => OffscreenPicture;

export const createOffscreenPicture: CreatePicture = (width, height) => {
  const image = new OffscreenCanvas(width, height);
  const surface = image.getContext("2d");
  assert(surface, "This browser has no 2D canvas.");
  return { image, surface };
};
