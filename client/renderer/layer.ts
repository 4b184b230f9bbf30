import type { Dispose } from "@/core/base/disposable";
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

/** One sheet of the picture, with a canvas of its own and its own reasons to be painted again. */
export interface Layer {
  /** Calls `invalidate` whenever the sheet no longer shows what it should. A change of the view does so for every layer by itself. */
  watch(invalidate: () => void): Dispose;
  /** Whether there is nothing to show. Such a sheet is not painted but taken away. */
  isEmpty(): boolean;
  /**
   * Paints the whole sheet. The surface is blank, and one unit of it is one device pixel. Returns after how many milliseconds
   * the picture changes by itself (0: it is moving), or undefined when it stays.
   */
  paint(surface: LayerSurface, view: View): number | undefined;
}
