import type { Box } from "./box";

interface Position {
  readonly x: number;
  readonly y: number;
}

/** The distance from `point` to the nearest place on the segment from `a` to `b`. */
export function distanceToSegment(
  point: Position,
  a: Position,
  b: Position,
): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const lengthSquared = dx * dx + dy * dy;
  const along =
    lengthSquared === 0
      ? 0
      : ((point.x - a.x) * dx + (point.y - a.y) * dy) / lengthSquared;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - a.x - t * dx, point.y - a.y - t * dy);
}

/** The distance from `point` to the nearest place on the open line through `corners`; Infinity when there are none. */
export function distanceToPolyline(
  point: Position,
  corners: readonly Position[],
): number {
  let previous = corners[0];
  let nearest = Infinity;
  for (const corner of corners) {
    nearest = Math.min(nearest, distanceToSegment(point, previous!, corner));
    previous = corner;
  }
  return nearest;
}

/** The distance from `point`, inside or outside, to the nearest place on the edge of `box`. */
export function distanceToBoxEdge({ x, y }: Position, box: Box): number {
  const outsideX = Math.max(box.minX - x, x - box.maxX);
  const outsideY = Math.max(box.minY - y, y - box.maxY);
  if (outsideX <= 0 && outsideY <= 0) return Math.min(-outsideX, -outsideY);
  return Math.hypot(Math.max(0, outsideX), Math.max(0, outsideY));
}
