import type { Box } from "@/core/geometry/box";

/** Whole device pixels of a canvas: from an edge that belongs to it to one that does not. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Every pixel that a box touches, at so many pixels a unit of the box. */
export const pixelsOf = (box: Box, scale: number): PixelRect => ({
  left: Math.floor(box.minX * scale),
  top: Math.floor(box.minY * scale),
  right: Math.ceil(box.maxX * scale),
  bottom: Math.ceil(box.maxY * scale),
});

/** What lies in both; undefined when no pixel does. */
export function commonRect(a: PixelRect, b: PixelRect): PixelRect | undefined {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom
    ? { left, top, right, bottom }
    : undefined;
}

/** The smallest that holds both. */
export const rectAround = (a: PixelRect, b: PixelRect): PixelRect => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

export const containsRect = (outer: PixelRect, inner: PixelRect): boolean =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.right >= inner.right &&
  outer.bottom >= inner.bottom;

export const areaOf = ({ left, top, right, bottom }: PixelRect): number =>
  (right - left) * (bottom - top);
