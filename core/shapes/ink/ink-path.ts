import type { Surface } from "../paint-context";
import { inkDiameter } from "./ink-outline";
import type { InkShape } from "./ink-shape";

/** Adds the dot that a pen leaves which never moved to the surface's path. */
export function traceDot(surface: Surface, shape: InkShape): void {
  const { x, y } = shape.points[0]!;
  const radius = inkDiameter(shape.strokeWidth) / 2;
  surface.ellipse(x, y, radius, radius, 0, 0, 2 * Math.PI);
}

/**
 * Adds a polygon, as x0, y0, x1, y1, …, to the surface's path, its corners rounded: the path runs from the middle of one side to
 * the middle of the next, and each corner only pulls at it.
 */
export function traceOutline(surface: Surface, corners: Float32Array): void {
  const size = corners.length;
  if (size === 0) return;
  const startX = (corners[size - 2]! + corners[0]!) / 2;
  const startY = (corners[size - 1]! + corners[1]!) / 2;
  surface.moveTo(startX, startY);
  for (let i = 0; i < size; i += 2) {
    const x = corners[i]!;
    const y = corners[i + 1]!;
    const nextX = corners[(i + 2) % size]!;
    const nextY = corners[(i + 3) % size]!;
    surface.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  surface.closePath();
}
