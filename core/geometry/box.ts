import type { BoardPoint } from "./point";

/** A rectangle along the axes, in board units; its edges belong to it. */
export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The box of `points`, or undefined when there are none. */
export function boxOf(points: Iterable<BoardPoint>): Box | undefined {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const { x, y } of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return minX === Infinity ? undefined : { minX, minY, maxX, maxY };
}

/** The box with these two opposite corners, in whichever order. */
export const boxBetween = (a: BoardPoint, b: BoardPoint): Box => ({
  minX: Math.min(a.x, b.x),
  minY: Math.min(a.y, b.y),
  maxX: Math.max(a.x, b.x),
  maxY: Math.max(a.y, b.y),
});

export const unionOf = (a: Box, b: Box): Box => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
});

/** The box that holds all of them; undefined when there are none. */
export function unionOfAll(boxes: Iterable<Box>): Box | undefined {
  let all: Box | undefined;
  for (const box of boxes) all = all ? unionOf(all, box) : box;
  return all;
}

/** The box grown by `margin` on every side. */
export const expand = (box: Box, margin: number): Box => ({
  minX: box.minX - margin,
  minY: box.minY - margin,
  maxX: box.maxX + margin,
  maxY: box.maxY + margin,
});

/** What lies in both; undefined when they do not overlap. */
export function intersectionOf(a: Box, b: Box): Box | undefined {
  if (!overlaps(a, b)) return undefined;
  return {
    minX: Math.max(a.minX, b.minX),
    minY: Math.max(a.minY, b.minY),
    maxX: Math.min(a.maxX, b.maxX),
    maxY: Math.min(a.maxY, b.maxY),
  };
}

/** Whether the boxes share at least a point. */
export const overlaps = (a: Box, b: Box): boolean =>
  a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

export const containsPoint = (box: Box, { x, y }: BoardPoint): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;

/** Whether `inner` lies wholly within `outer`. */
export const containsBox = (outer: Box, inner: Box): boolean =>
  inner.minX >= outer.minX &&
  inner.minY >= outer.minY &&
  inner.maxX <= outer.maxX &&
  inner.maxY <= outer.maxY;

export const centreOf = (box: Box): BoardPoint => ({
  x: (box.minX + box.maxX) / 2,
  y: (box.minY + box.maxY) / 2,
});

export const widthOf = (box: Box): number => box.maxX - box.minX;
export const heightOf = (box: Box): number => box.maxY - box.minY;

/** The same box, moved by `offset`. */
export const moved = (box: Box, offset: BoardPoint): Box => ({
  minX: box.minX + offset.x,
  minY: box.minY + offset.y,
  maxX: box.maxX + offset.x,
  maxY: box.maxY + offset.y,
});
