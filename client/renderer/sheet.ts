import type { Layer, LayerSurface } from "./layer";
import type { View } from "./view";

/** The part of a canvas element that a sheet needs. */
export interface SheetCanvas {
  width: number;
  height: number;
  readonly style: { width: string; height: string; visibility: string };
}

/** A layer on its canvas. Is painted when the layer is stale, and only then. */
export class Sheet {
  readonly #layer: Layer;
  readonly #canvas: SheetCanvas;
  readonly #surface: LayerSurface;
  /** When the picture stops being right, by the clock whose time `update` is given. */
  #staleAt = -Infinity;
  #isBlank = true;

  constructor(layer: Layer, canvas: SheetCanvas, surface: LayerSurface) {
    this.#layer = layer;
    this.#canvas = canvas;
    this.#surface = surface;
    canvas.style.visibility = "hidden";
  }

  invalidate(): void {
    this.#staleAt = -Infinity;
  }

  /** Paints the layer if it is stale. Returns when it has to be looked at again, in milliseconds from `now`; undefined for never. */
  update(view: View, now: number): number | undefined {
    if (now >= this.#staleAt) {
      const changesIn = this.#paint(view);
      this.#staleAt = now + (changesIn ?? Infinity);
    }
    return this.#staleAt === Infinity ? undefined : this.#staleAt - now;
  }

  #paint(view: View): number | undefined {
    this.#fit(view);
    if (!this.#isBlank) this.#wipe();
    this.#isBlank = this.#layer.isEmpty();
    // A canvas with nothing on it would still cost the browser a blend of the whole window.
    this.#canvas.style.visibility = this.#isBlank ? "hidden" : "visible";
    return this.#isBlank ? undefined : this.#layer.paint(this.#surface, view);
  }

  #wipe(): void {
    this.#surface.setTransform(1, 0, 0, 1, 0, 0);
    this.#surface.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /** One pixel of the canvas for each of the device. */
  #fit({ width, height, pixelRatio }: View): void {
    const deviceWidth = Math.max(1, Math.round(width * pixelRatio));
    const deviceHeight = Math.max(1, Math.round(height * pixelRatio));
    const canvas = this.#canvas;
    canvas.style.width = `${deviceWidth / pixelRatio}px`;
    canvas.style.height = `${deviceHeight / pixelRatio}px`;
    if (canvas.width === deviceWidth && canvas.height === deviceHeight) return;
    // Wipes the canvas as well.
    canvas.width = deviceWidth;
    canvas.height = deviceHeight;
    this.#isBlank = true;
  }
}
