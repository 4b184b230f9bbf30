import type { Theme } from "@/core/shapes/paint-context";
import {
  containsBox,
  expand,
  intersectionOf,
  moved,
  unionOf,
  type Box,
} from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { paintBox } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import type { LayerSurface } from "./layer";
import type { CreatePicture, OffscreenPicture } from "./offscreen-picture";
import { scaleOf } from "./place-shape";
import { visibleBox, type View } from "./view";

/** Fewer shapes than this are painted as fast as a picture of them. */
const MIN_SHAPES = 12;
/** Places are kept to hundredths of a unit, each rounded for itself. */
const TOLERANCE = 0.011;

/** Paints shapes where they stand on the board. */
type PaintShapes = (
  shapes: readonly Shape[],
  surface: LayerSurface,
  view: View,
) => void;

export interface MovingPictureOptions {
  readonly createPicture: CreatePicture;
  /** The shape as it stands on the board. */
  readonly settled: (shape: Shape) => Shape | undefined;
  readonly paint: PaintShapes;
}

interface Kept extends OffscreenPicture {
  readonly originals: readonly Shape[];
  readonly scale: number;
  readonly theme: Theme;
  /** What of the board is on it. */
  readonly box: Box;
  /** Where it begins, in device pixels from the board's origin. */
  readonly left: number;
  readonly top: number;
}

/** Many shapes that somebody moves, all by the same way: painted once, where they stand, and shown where they are. */
export class MovingPicture {
  readonly #options: MovingPictureOptions;
  #kept: Kept | undefined;

  constructor(options: MovingPictureOptions) {
    this.#options = options;
  }

  /** Shows the shapes, to half a device pixel. Returns false, and shows nothing, where that is no gain or where they do not only move. */
  show(shapes: readonly Shape[], surface: LayerSurface, view: View): boolean {
    if (shapes.length < MIN_SHAPES) return false;
    const originals = shapes.flatMap((s) => this.#options.settled(s) ?? []);
    const way = commonWay(originals, shapes);
    if (!way) return false;
    const kept = this.#pictureOf(originals, way, view);
    if (!kept) return true;
    const scale = scaleOf(view);
    surface.setTransform(1, 0, 0, 1, 0, 0);
    surface.globalAlpha = 1;
    surface.drawImage(
      kept.image,
      kept.left + Math.round((way.x - view.camera.x) * scale),
      kept.top + Math.round((way.y - view.camera.y) * scale),
    );
    return true;
  }

  /** Gives the picture back. */
  forget(): void {
    this.#kept = undefined;
  }

  /** Undefined when none of them is in view. */
  #pictureOf(
    originals: readonly Shape[],
    way: BoardPoint,
    view: View,
  ): Kept | undefined {
    const seen = moved(visibleBox(view), boardPoint(-way.x, -way.y));
    const whole = originals.map(paintBox).reduce(unionOf);
    const wanted = intersectionOf(whole, seen);
    if (!wanted) return undefined;
    const kept = this.#kept;
    const isGood =
      kept?.scale === scaleOf(view) &&
      kept.theme === view.theme &&
      containsBox(kept.box, wanted) &&
      isSame(kept.originals, originals);
    if (isGood) return kept;
    return (this.#kept = this.#paint(originals, whole, seen, view));
  }

  #paint(
    originals: readonly Shape[],
    whole: Box,
    seen: Box,
    view: View,
  ): Kept | undefined {
    const scale = scaleOf(view);
    // Somewhat more than is seen, so that it need not be painted again at each step that brings more into view.
    const margin = (seen.maxX - seen.minX) / 2;
    const box = intersectionOf(whole, expand(seen, margin));
    if (!box) return undefined;
    const left = Math.floor(box.minX * scale);
    const top = Math.floor(box.minY * scale);
    const width = Math.ceil(box.maxX * scale) - left + 1;
    const height = Math.ceil(box.maxY * scale) - top + 1;
    const picture = this.#options.createPicture(width, height);
    const camera = {
      x: left / scale,
      y: top / scale,
      zoom: view.camera.zoom,
    };
    const size = {
      width: width / view.pixelRatio,
      height: height / view.pixelRatio,
    };
    this.#options.paint(originals, picture.surface, {
      ...view,
      ...size,
      camera,
    });
    return { ...picture, originals, scale, theme: view.theme, box, left, top };
  }
}

/** How far all of them have been moved; undefined when they have not been moved by the same way, or look different besides. */
function commonWay(
  originals: readonly Shape[],
  shapes: readonly Shape[],
): BoardPoint | undefined {
  const [first] = shapes;
  const [original] = originals;
  if (!first || !original || originals.length !== shapes.length)
    return undefined;
  const x = first.at.x - original.at.x;
  const y = first.at.y - original.at.y;
  const isCommon = shapes.every((shape, i) => {
    const before = originals[i]!;
    return (
      Math.abs(shape.at.x - before.at.x - x) < TOLERANCE &&
      Math.abs(shape.at.y - before.at.y - y) < TOLERANCE &&
      isOnlyMoved(before, shape)
    );
  });
  return isCommon ? boardPoint(x, y) : undefined;
}

function isOnlyMoved(before: Shape, after: Shape): boolean {
  const keys = Object.keys(after) as (keyof Shape)[];
  return keys.every((key) => key === "at" || after[key] === before[key]);
}

const isSame = (a: readonly Shape[], b: readonly Shape[]): boolean =>
  a.length === b.length && a.every((shape, i) => shape === b[i]);
