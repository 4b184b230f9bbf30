import { areSame } from "@/core/base/remembered";
import type { Theme } from "@/core/shapes/paint-context";
import {
  containsBox,
  expand,
  intersectionOf,
  moved,
  type Box,
} from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import { paintBoxOfAll } from "@/core/shapes/placed-shape";
import type { Shape } from "@/core/shapes/shape";
import type { LayerSurface } from "./layer";
import type { CreatePicture, OffscreenPicture } from "./offscreen-picture";
import { scaleOf } from "./place-shape";
import { visibleBox, type View } from "./view";

/** Fewer shapes than this are painted as fast as a picture of them. */
const MIN_SHAPES = 12;

/** Paints shapes where they stand on the board. */
type PaintShapes = (
  shapes: readonly Shape[],
  surface: LayerSurface,
  view: View,
) => void;

export interface MovingPictureOptions {
  readonly createPicture: CreatePicture;
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

interface Measured {
  readonly originals: readonly Shape[];
  readonly box: Box | undefined;
}

/** Many shapes that somebody moves, all by the same way: painted once, where they stand, and shown where they are. */
export class MovingPicture {
  readonly #options: MovingPictureOptions;
  #kept: Kept | undefined;
  #measured: Measured | undefined;

  constructor(options: MovingPictureOptions) {
    this.#options = options;
  }

  /**
   * Shows the shapes, to half a device pixel. Returns false, and shows nothing, where that is no gain.
   *
   * @param originals The shapes as they stand on the board.
   * @param way How far each of them has been moved.
   */
  show(
    originals: readonly Shape[],
    way: BoardPoint,
    surface: LayerSurface,
    view: View,
  ): boolean {
    if (originals.length < MIN_SHAPES) return false;
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

  /** What everything lies within that the shapes paint; undefined for none. Found out once for as long as they stay the same. */
  boxOf(originals: readonly Shape[]): Box | undefined {
    if (this.#measured && areSame(this.#measured.originals, originals))
      return this.#measured.box;
    const box = paintBoxOfAll(originals);
    this.#measured = { originals, box };
    return box;
  }

  /** Gives the picture back. */
  forget(): void {
    this.#kept = undefined;
    this.#measured = undefined;
  }

  /** Undefined when none of them is in view. */
  #pictureOf(
    originals: readonly Shape[],
    way: BoardPoint,
    view: View,
  ): Kept | undefined {
    const seen = moved(visibleBox(view), boardPoint(-way.x, -way.y));
    const whole = this.boxOf(originals);
    const wanted = whole && intersectionOf(whole, seen);
    if (!wanted) return undefined;
    const kept = this.#kept;
    const isGood =
      kept?.scale === scaleOf(view) &&
      kept.theme === view.theme &&
      containsBox(kept.box, wanted) &&
      areSame(kept.originals, originals);
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
