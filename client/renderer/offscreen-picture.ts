import { assert } from "@/core/base/assert";
import type { LayerSurface } from "./layer";

/** A canvas that is on no page. */
export interface OffscreenPicture {
  readonly image: OffscreenCanvas | HTMLCanvasElement;
  readonly surface: LayerSurface;
}

/** Makes one of so many device pixels, with nothing on it. */
export type CreatePicture = (width: number, height: number) => OffscreenPicture;

/** Makes pictures with what the browser has: `page` makes those of one that has no canvases off the page. */
export const pictureMaker =
  (page: Document): CreatePicture =>
  (width, height) => {
    const image = canvasOf(page, width, height);
    const surface = image.getContext("2d") as LayerSurface | null;
    assert(surface, "This browser has no 2D canvas.");
    return { image, surface };
  };

function canvasOf(
  page: Document,
  width: number,
  height: number,
): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas !== "undefined")
    return new OffscreenCanvas(width, height);
  return Object.assign(page.createElement("canvas"), { width, height });
}
