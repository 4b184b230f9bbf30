import { expand, heightOf, widthOf, type Box } from "@/core/geometry/box";
import type { ShapeId } from "@/core/base/ids";
import { paintShapes } from "./paint-shapes";
import type { SettledShapes } from "./scene";
import type { View } from "./view";

/** CSS pixels. */
const WIDTH = 192;
const HEIGHT = 120;
const PIXEL_RATIO = 2;
/** Around what is drawn, as a part of its size. */
const MARGIN = 0.06;
/** So little is never shown larger than it is. */
const MAX_ZOOM = 1;
/** Of a fuller board the first ones stand for all: nobody shall wait for a picture. */
const MAX_SHAPES = 3_000;
const PAPER = "#fcfcfb";

export interface ThumbnailShapes extends Pick<
  SettledShapes,
  "shapesIn" | "framesOf"
> {
  /** What everything on the board lies within; undefined when it is empty. */
  bounds(): Box | undefined;
}

/** A small picture of a whole board by day, as a `data:` address; undefined for an empty board, or where the browser makes none. */
export function boardThumbnail(
  shapes: ThumbnailShapes,
  page: Document,
): string | undefined {
  const bounds = shapes.bounds();
  const canvas = page.createElement("canvas");
  canvas.width = WIDTH * PIXEL_RATIO;
  canvas.height = HEIGHT * PIXEL_RATIO;
  const surface = canvas.getContext("2d");
  if (!bounds || !surface) return undefined;
  surface.fillStyle = PAPER;
  surface.fillRect(0, 0, canvas.width, canvas.height);
  const picture = {
    shapes: first(MAX_SHAPES, shapes.shapesIn(bounds)),
    framesOf: ({ id }: { readonly id: ShapeId }) => shapes.framesOf(id),
    lookOf: () => undefined,
  };
  paintShapes(picture, surface, viewOf(bounds));
  return canvas.toDataURL("image/webp", 0.7);
}

function viewOf(bounds: Box): View {
  const size = Math.max(widthOf(bounds), heightOf(bounds));
  const { minX, minY, ...box } = expand(bounds, size * MARGIN);
  const width = box.maxX - minX;
  const height = box.maxY - minY;
  const zoom = Math.min(WIDTH / width, HEIGHT / height, MAX_ZOOM);
  return {
    camera: {
      x: minX - (WIDTH / zoom - width) / 2,
      y: minY - (HEIGHT / zoom - height) / 2,
      zoom,
    },
    width: WIDTH,
    height: HEIGHT,
    pixelRatio: PIXEL_RATIO,
    theme: "light",
    reducedMotion: true,
    coarse: false,
  };
}

function* first<T>(count: number, all: Iterable<T>): Iterable<T> {
  let taken = 0;
  for (const one of all) {
    if (taken++ >= count) return;
    yield one;
  }
}
