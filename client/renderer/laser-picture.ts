import { distance, type ScreenPoint } from "@/core/geometry/point";
import type { LayerSurface } from "./layer";

/** Where a trail was drawn, on the screen. */
export interface TrailPoint extends ScreenPoint {
  /** How much of its life is left: 1 when it was just drawn, 0 when it is gone. */
  readonly life: number;
}

/** Points nearer to each other than this tell nothing of the direction; CSS pixels. */
const MIN_STEP = 0.5;
// CSS pixels.
const CORE_WIDTH = 5;
const GLOW_WIDTH = 14;
const GLOW_ALPHA = 0.25;
/** In the last part of its newest point's life a whole trail fades. */
const FADE_SHARE = 0.5;

/** Paints a trail that gets thinner the older it is. One unit of the surface is a CSS pixel. */
export function paintTrail(
  trail: readonly TrailPoint[],
  colour: string,
  surface: LayerSurface,
): void {
  const points = trail.filter(
    (point, i) =>
      i === trail.length - 1 || distance(point, trail[i + 1]!) >= MIN_STEP,
  );
  const newest = points.at(-1);
  if (!newest) return;
  const alpha = Math.min(1, newest.life / FADE_SHARE);
  surface.fillStyle = colour;
  surface.globalAlpha = alpha * GLOW_ALPHA;
  fillTaper(points, GLOW_WIDTH, surface);
  surface.globalAlpha = alpha;
  fillTaper(points, CORE_WIDTH, surface);
}

/** As one shape, so that it is nowhere darker where it crosses itself. */
function fillTaper(
  points: readonly TrailPoint[],
  width: number,
  surface: LayerSurface,
): void {
  const sides = points.map((point, i) => {
    const { x, y } = directionAt(points, i);
    const half = (point.life * width) / 2;
    const across = { x: -y * half, y: x * half };
    return {
      left: { x: point.x + across.x, y: point.y + across.y },
      right: { x: point.x - across.x, y: point.y - across.y },
    };
  });
  surface.beginPath();
  // The same way round as the circle at its head: the other way they would take each other away.
  for (const { right } of sides) surface.lineTo(right.x, right.y);
  for (const { left } of [...sides].reverse()) surface.lineTo(left.x, left.y);
  surface.closePath();
  const { x, y, life } = points.at(-1)!;
  const radius = (life * width) / 2;
  surface.moveTo(x + radius, y);
  surface.ellipse(x, y, radius, radius, 0, 0, 2 * Math.PI);
  surface.fill();
}

/** From the point before to the one after, as a vector of length 1; none where the trail is a dot. */
function directionAt(points: readonly TrailPoint[], i: number): ScreenPoint {
  const from = points[Math.max(0, i - 1)]!;
  const to = points[Math.min(points.length - 1, i + 1)]!;
  const length = distance(from, to);
  if (length === 0) return { x: 0, y: 0 };
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}
