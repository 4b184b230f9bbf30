import { assert } from "@/core/base/assert";
import { createStore, type Store } from "@/core/base/store";
import { centreOf, heightOf, widthOf, type Box } from "@/core/geometry/box";
import {
  boardPoint,
  screenPoint,
  type BoardPoint,
  type ScreenPoint,
} from "@/core/geometry/point";

/** The whole of a large board fits in a window at 5 %; at 3,000 % a pen stroke fills it. */
export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 30;

/** Air that `fit` leaves on each side, for the panels that lie over the canvas; CSS pixels. */
const FIT_MARGIN = 96;

export interface CameraState {
  /** The board point at the canvas's top left corner. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels per board unit, MIN_ZOOM to MAX_ZOOM. */
  readonly zoom: number;
}

/** The canvas's size in CSS pixels. */
export interface ViewportSize {
  readonly width: number;
  readonly height: number;
}

/** What part of the board is on the screen. The only converter between board and screen coordinates. */
export class Camera {
  readonly #state = createStore<CameraState>({ x: 0, y: 0, zoom: 1 });
  #viewport: ViewportSize = { width: 0, height: 0 };

  get state(): Store<CameraState> {
    return this.#state;
  }

  get viewport(): ViewportSize {
    return this.#viewport;
  }

  get centre(): ScreenPoint {
    return screenPoint(this.#viewport.width / 2, this.#viewport.height / 2);
  }

  /** Tells the camera how large the canvas is. The board point at the top left stays there. */
  setViewport(size: ViewportSize): void {
    this.#viewport = size;
  }

  toBoard({ x, y }: ScreenPoint): BoardPoint {
    const camera = this.#state.get();
    return boardPoint(x / camera.zoom + camera.x, y / camera.zoom + camera.y);
  }

  toScreen({ x, y }: BoardPoint): ScreenPoint {
    const camera = this.#state.get();
    return screenPoint(
      (x - camera.x) * camera.zoom,
      (y - camera.y) * camera.zoom,
    );
  }

  /** The part of the board that is on the screen. */
  visibleBox(): Box {
    const { width, height } = this.#viewport;
    const { x: minX, y: minY } = this.toBoard(screenPoint(0, 0));
    const { x: maxX, y: maxY } = this.toBoard(screenPoint(width, height));
    return { minX, minY, maxX, maxY };
  }

  /** Goes there at once. A zoom out of range is taken to the nearest in range. */
  set({ x, y, zoom }: CameraState): void {
    assert(
      [x, y, zoom].every(Number.isFinite),
      `A camera cannot stand at ${x}, ${y} with zoom ${zoom}.`,
    );
    const next = { x, y, zoom: clampZoom(zoom) };
    const now = this.#state.get();
    if (now.x === next.x && now.y === next.y && now.zoom === next.zoom) return;
    this.#state.set(next);
  }

  /** Moves the picture by so many CSS pixels, as a hand moves paper. */
  panBy(dx: number, dy: number): void {
    const { x, y, zoom } = this.#state.get();
    this.set({ x: x - dx / zoom, y: y - dy / zoom, zoom });
  }

  /** Makes everything `factor` times as large, while what lies under `point` stays there. */
  zoomAt(point: ScreenPoint, factor: number): void {
    const anchor = this.toBoard(point);
    const zoom = clampZoom(this.#state.get().zoom * factor);
    this.set({
      x: anchor.x - point.x / zoom,
      y: anchor.y - point.y / zoom,
      zoom,
    });
  }

  /** Moves just so far that `box` is seen, clear of the panels; not at all when it is, and its middle when it is too large. */
  bringIntoView(box: Box): void {
    const { width, height } = this.#viewport;
    const from = this.toScreen(boardPoint(box.minX, box.minY));
    const to = this.toScreen(boardPoint(box.maxX, box.maxY));
    this.panBy(
      wayIntoView(from.x, to.x, width),
      wayIntoView(from.y, to.y, height),
    );
  }

  /** Shows the whole of `box` in the middle, never larger than life. */
  fit(box: Box): void {
    const { width, height } = this.#viewport;
    const zoom = clampZoom(
      Math.min(
        1,
        Math.max(1, width - 2 * FIT_MARGIN) / Math.max(1, widthOf(box)),
        Math.max(1, height - 2 * FIT_MARGIN) / Math.max(1, heightOf(box)),
      ),
    );
    const { x, y } = centreOf(box);
    this.set({ x: x - width / 2 / zoom, y: y - height / 2 / zoom, zoom });
  }
}

/** How far something from `from` to `to` must move to lie within a window of this size; CSS pixels. */
function wayIntoView(from: number, to: number, size: number): number {
  const margin = Math.min(FIT_MARGIN, size / 4);
  if (to - from > size - 2 * margin) return size / 2 - (from + to) / 2;
  if (from < margin) return margin - from;
  return to > size - margin ? size - margin - to : 0;
}

const clampZoom = (zoom: number) =>
  Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
