import type { Dispose } from "@/core/base/disposable";
import type { Box } from "@/core/geometry/box";
import type { Surface } from "@/core/shapes/paint-context";
import type { View } from "./view";

/** What a layer is painted on: a Surface that also knows the whole canvas. A browser's 2D context fits. */
export interface LayerSurface extends Surface {
  setTransform(
    a: number,
    b: number,
    c: number,
    d: number,
    e: number,
    f: number,
  ): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  drawImage(
    image: OffscreenCanvas | HTMLCanvasElement,
    x: number,
    y: number,
  ): void;
  /** Draws a part of the image, stretched. */
  drawImage(
    image: OffscreenCanvas | HTMLCanvasElement,
    sourceX: number,
    sourceY: number,
    sourceWidth: number,
    sourceHeight: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
  fillRect(x: number, y: number, width: number, height: number): void;
}

/** A part of the picture that has its own reasons to be painted again. */
export interface Layer {
  /** Calls `invalidate` whenever it no longer looks as it should. A change of the view does so for every layer by itself. */
  watch(invalidate: () => void): Dispose;
  /** All that is painted lies within this box, in CSS pixels; without it anything may be. Undefined when nothing of it is on the board. */
  extent?(view: View): Box | undefined;
  /** Whether there is nothing to show. Such a layer is not painted. */
  isEmpty(): boolean;
  /**
   * Paints all of it on what lies below it. One unit of the surface is one device pixel. `view` may be a part of the one that was
   * asked for its extent. Returns after how many milliseconds the picture changes by itself (0: it is moving), or undefined when
   * it stays.
   */
  paint(surface: LayerSurface, view: View): number | undefined;
}
