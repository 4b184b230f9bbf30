import { BoundedCache } from "@/core/shapes/bounded-cache";
import { paintCursor } from "./cursor-picture";
import type { LayerSurface } from "./layer";
import { inScreenPixels } from "./screen-path";
import type { View } from "./view";

/** The most that a cursor and its name take up from the arrow's tip, with the rims; CSS pixels. */
const STAMP = { before: 4, width: 204, height: 48 };
/** At two device pixels a CSS pixel, one takes 160 KB. */
const MAX_STAMPS = 100;

/**
 * Cursors as bitmaps: a picture is put on the sheet in a fraction of the time that its outlines and letters take. Where there are no
 * bitmaps to paint on, each is painted as it is.
 */
export class CursorStamps {
  readonly #stamps = new BoundedCache<OffscreenCanvas>(MAX_STAMPS);

  /** Paints a person's arrow with its tip at this place of the window, in CSS pixels, and their name beside it. */
  paint(
    surface: LayerSurface,
    view: View,
    { x, y, name, colour }: CursorPlace,
  ): void {
    const { pixelRatio } = view;
    if (typeof OffscreenCanvas === "undefined") {
      inScreenPixels(surface, view, { x, y });
      paintCursor(surface, name, colour);
      return;
    }
    const key = `${pixelRatio} ${colour} ${name}`;
    const stamp = this.#stamps.get(key, () =>
      stampOf(name, colour, pixelRatio),
    );
    // On whole pixels, where letters are sharp.
    const left = Math.round((x - STAMP.before) * pixelRatio);
    const top = Math.round((y - STAMP.before) * pixelRatio);
    surface.setTransform(1, 0, 0, 1, 0, 0);
    surface.drawImage(stamp, left, top);
  }

  /** A font has arrived: what was written with a stand-in is painted anew. */
  forget(): void {
    this.#stamps.clear();
  }
}

interface CursorPlace {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
}

function stampOf(
  name: string,
  colour: string,
  pixelRatio: number,
): OffscreenCanvas {
  const stamp = new OffscreenCanvas(
    Math.ceil(STAMP.width * pixelRatio),
    Math.ceil(STAMP.height * pixelRatio),
  );
  const surface = stamp.getContext("2d");
  if (!surface) return stamp;
  const offset = STAMP.before * pixelRatio;
  surface.setTransform(pixelRatio, 0, 0, pixelRatio, offset, offset);
  const reach = paintCursor(surface, name, colour);
  return cutTo(stamp, Math.ceil((STAMP.before + reach) * pixelRatio));
}

/** Without what is empty at its right: each pixel is blended again in every frame. */
function cutTo(stamp: OffscreenCanvas, width: number): OffscreenCanvas {
  const cut = new OffscreenCanvas(Math.min(width, stamp.width), stamp.height);
  cut.getContext("2d")?.drawImage(stamp, 0, 0);
  return cut;
}
