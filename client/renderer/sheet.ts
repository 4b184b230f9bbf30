import { unionOfAll, type Box } from "@/core/geometry/box";
import { earliest } from "./earliest";
import type { Layer, LayerSurface } from "./layer";
import { commonRect, pixelsOf, type PixelRect } from "./pixel-rect";
import { sheetPlace } from "./sheet-place";
import { partOfView, windowRect, type View } from "./view";

/** The part of a canvas element that a sheet needs. */
export interface SheetCanvas {
  width: number;
  height: number;
  readonly style: {
    width: string;
    height: string;
    visibility: string;
    transform: string;
  };
}

/** The size of a canvas that is smaller than the window is a multiple of this; CSS pixels. */
const STEP = 128;

/** Layers on one canvas, from the lowest to the highest. All of them are painted when one is stale, and only then. */
export class Sheet {
  readonly #layers: readonly Layer[];
  readonly #canvas: SheetCanvas;
  readonly #surface: LayerSurface;
  /** When the picture stops being right, by the clock whose time `update` is given. */
  #staleAt = -Infinity;
  #isBlank = true;

  constructor(
    layers: readonly Layer[],
    canvas: SheetCanvas,
    surface: LayerSurface,
  ) {
    this.#layers = layers;
    this.#canvas = canvas;
    this.#surface = surface;
    canvas.style.visibility = "hidden";
  }

  invalidate(): void {
    this.#staleAt = -Infinity;
  }

  /** Paints the layers if they are stale. Returns when they have to be looked at again, in milliseconds from `now`; undefined for never. */
  update(view: View, now: number): number | undefined {
    if (now >= this.#staleAt) {
      const changesIn = this.#paint(view);
      this.#staleAt = now + (changesIn ?? Infinity);
    }
    return this.#staleAt === Infinity ? undefined : this.#staleAt - now;
  }

  #paint(view: View): number | undefined {
    const layers = this.#layers.filter((layer) => !layer.isEmpty());
    const place = placeOf(layers, view);
    // A canvas with nothing on it would still cost the browser a blend of its whole size.
    this.#canvas.style.visibility = place ? "visible" : "hidden";
    if (!this.#isBlank) this.#wipe();
    this.#isBlank = !place;
    if (!place) return undefined;
    this.#fit(place, view);
    const part = partOfView(view, place);
    let changesIn: number | undefined;
    for (const layer of layers)
      changesIn = earliest(changesIn, layer.paint(this.#surface, part));
    return changesIn;
  }

  #wipe(): void {
    this.#surface.setTransform(1, 0, 0, 1, 0, 0);
    this.#surface.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /** One pixel of the canvas for each of the device. */
  #fit({ left, top, right, bottom }: PixelRect, { pixelRatio }: View): void {
    const canvas = this.#canvas;
    canvas.style.transform =
      left === 0 && top === 0
        ? ""
        : `translate(${left / pixelRatio}px, ${top / pixelRatio}px)`;
    canvas.style.width = `${(right - left) / pixelRatio}px`;
    canvas.style.height = `${(bottom - top) / pixelRatio}px`;
    // To set it wipes the canvas, and costs a new one.
    if (canvas.width !== right - left) canvas.width = right - left;
    if (canvas.height !== bottom - top) canvas.height = bottom - top;
  }
}

/** Where the canvas has to be; undefined when nothing of the layers is in the window. */
function placeOf(layers: readonly Layer[], view: View): PixelRect | undefined {
  if (layers.length === 0) return undefined;
  const whole = windowRect(view);
  const extents = layers.map((layer) =>
    layer.extent ? layer.extent(view) : EVERYWHERE,
  );
  const extent = unionOfAll(extents.filter((box) => box !== undefined));
  const seen = extent && commonRect(pixelsOf(extent, view.pixelRatio), whole);
  const step = Math.round(STEP * view.pixelRatio);
  return seen && sheetPlace(seen, whole, step);
}

const EVERYWHERE: Box = {
  minX: -Infinity,
  minY: -Infinity,
  maxX: Infinity,
  maxY: Infinity,
};
