import type { Box } from "@/core/geometry/box";
import {
  screenPoint,
  type BoardPoint,
  type ScreenPoint,
} from "@/core/geometry/point";
import type { Theme } from "@/core/shapes/paint-context";
import type { PixelRect } from "./pixel-rect";

/** What of the board is seen, and through what kind of glass. */
export interface View {
  /** The board point at the canvas's top left corner, and CSS pixels per board unit. */
  readonly camera: {
    readonly x: number;
    readonly y: number;
    readonly zoom: number;
  };
  /** The canvas's size in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
  readonly theme: Theme;
  /** Whether the person has asked their system for less movement. */
  readonly reducedMotion: boolean;
  /** Whether this person points with a finger, so that what is to be taken hold of must be larger. */
  readonly coarse: boolean;
}

/** The part of the board that is seen. */
export function visibleBox({ camera, width, height }: View): Box {
  const { x, y, zoom } = camera;
  return {
    minX: x,
    minY: y,
    maxX: x + width / zoom,
    maxY: y + height / zoom,
  };
}

export const toScreen = ({ camera }: View, { x, y }: BoardPoint): ScreenPoint =>
  screenPoint((x - camera.x) * camera.zoom, (y - camera.y) * camera.zoom);

/**
 * The view moved by less than half a device pixel each way, so that the board's origin lies on a whole one: a picture of the board
 * can be shown at any place then as it was painted at another.
 */
export function onWholePixels(view: View): View {
  const { camera, pixelRatio } = view;
  const scale = camera.zoom * pixelRatio;
  const x = Math.round(camera.x * scale) / scale;
  const y = Math.round(camera.y * scale) / scale;
  return { ...view, camera: { ...camera, x, y } };
}

/** The whole canvas. */
export const windowRect = ({ width, height, pixelRatio }: View): PixelRect => ({
  left: 0,
  top: 0,
  right: Math.max(1, Math.round(width * pixelRatio)),
  bottom: Math.max(1, Math.round(height * pixelRatio)),
});

/** A part of the canvas as a view of its own. */
export function partOfView(
  view: View,
  { left, top, right, bottom }: PixelRect,
): View {
  const { camera, pixelRatio } = view;
  const scale = camera.zoom * pixelRatio;
  return {
    ...view,
    camera: {
      ...camera,
      x: camera.x + left / scale,
      y: camera.y + top / scale,
    },
    width: (right - left) / pixelRatio,
    height: (bottom - top) / pixelRatio,
  };
}

/** A box of the board where it is seen; CSS pixels. */
export function boxOnScreen({ camera }: View, box: Box): Box {
  const { x, y, zoom } = camera;
  return {
    minX: (box.minX - x) * zoom,
    minY: (box.minY - y) * zoom,
    maxX: (box.maxX - x) * zoom,
    maxY: (box.maxY - y) * zoom,
  };
}
