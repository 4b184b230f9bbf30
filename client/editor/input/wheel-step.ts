import { screenPoint, type ScreenPoint } from "@/core/geometry/point";
import type { Camera } from "../camera";

/** A turn of the wheel; a browser's WheelEvent fits. */
export interface WheelInput {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a line counts in browsers that scroll by lines; CSS pixels. */
const LINE_HEIGHT = 16;
/** A notch of a mouse wheel counts 100 pixels and more, a trackpad's pinch a few: cut off here, both zoom at a good pace. */
const MAX_ZOOM_DELTA = 20;
const ZOOM_PER_PIXEL = 0.01;

/** The wheel scrolls, sideways with Shift; with Ctrl or Cmd it zooms at `point`. A trackpad's pinch arrives as Ctrl and wheel. */
export function applyWheel(
  camera: Camera,
  wheel: WheelInput,
  point: ScreenPoint,
): void {
  const { x, y } = pixelsOf(wheel, camera.viewport.height);
  if (wheel.ctrlKey || wheel.metaKey) {
    const delta = Math.max(-MAX_ZOOM_DELTA, Math.min(MAX_ZOOM_DELTA, y));
    camera.zoomAt(point, Math.exp(-delta * ZOOM_PER_PIXEL));
  } else camera.panBy(-x, -y);
}

function pixelsOf(wheel: WheelInput, pageHeight: number): ScreenPoint {
  const unit = [1, LINE_HEIGHT, pageHeight][wheel.deltaMode] ?? 1;
  const x = wheel.deltaX * unit;
  const y = wheel.deltaY * unit;
  // Some systems turn the wheel sideways by themselves when Shift is down.
  return wheel.shiftKey && x === 0 ? screenPoint(y, 0) : screenPoint(x, y);
}
