import type { PixelRect } from "./pixel-rect";

/**
 * Where to put a canvas that is to show `extent`: no larger than need be, and yet of the same size while something that keeps its
 * own is moved about, since a canvas of another size is another canvas. All in device pixels.
 *
 * @param whole The window, in which `extent` lies.
 * @param step Sizes are multiples of it.
 */
export function sheetPlace(
  extent: PixelRect,
  whole: PixelRect,
  step: number,
): PixelRect {
  const across = along(extent.left, extent.right, whole.right, step);
  const down = along(extent.top, extent.bottom, whole.bottom, step);
  return {
    left: across.from,
    top: down.from,
    right: across.to,
    bottom: down.to,
  };
}

function along(from: number, to: number, end: number, step: number) {
  // A step more than it holds, so that it does wherever between two steps it begins.
  const size = (Math.ceil((to - from) / step) + 1) * step;
  if (size >= end) return { from: 0, to: end };
  const start = Math.min(Math.floor(from / step) * step, end - size);
  return { from: start, to: start + size };
}
