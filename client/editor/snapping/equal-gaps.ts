import type { Box } from "@/core/geometry/box";
import type { Guide } from "@/core/geometry/guide";
import { boardPoint } from "@/core/geometry/point";

export type Axis = "x" | "y";

interface Span {
  readonly start: number;
  readonly end: number;
  /** Across the axis. */
  readonly from: number;
  readonly to: number;
}

export interface EqualGap {
  readonly by: number;
  readonly guides: readonly Guide[];
}

/**
 * Finds where `box` would stand at the same distance from its neighbour as that one from the next, or in the middle between two. Only
 * neighbours in the same row (or column) count. Undefined where none is within `reach`.
 */
export function equalGap(
  box: Box,
  neighbours: readonly Box[],
  axis: Axis,
  reach: number,
): EqualGap | undefined {
  const own = spanOf(box, axis);
  const row = neighbours
    .map((neighbour) => spanOf(neighbour, axis))
    .filter((span) => span.from <= own.to && span.to >= own.from)
    .sort((a, b) => a.start - b.start);
  const size = own.end - own.start;
  const places: { readonly start: number; readonly gaps: readonly Gap[] }[] =
    [];
  for (let i = 0; i + 1 < row.length; i++) {
    const [left, right] = [row[i]!, row[i + 1]!];
    const gap = right.start - left.end;
    if (gap <= 0) continue;
    const given: Gap = [left.end, right.start];
    const after = right.end + gap;
    places.push({ start: after, gaps: [given, [right.end, after]] });
    const before = left.start - gap - size;
    places.push({ start: before, gaps: [[before + size, left.start], given] });
    const between = (left.end + right.start - size) / 2;
    if (gap > size)
      places.push({
        start: between,
        gaps: [
          [left.end, between],
          [between + size, right.start],
        ],
      });
  }
  let best: EqualGap | undefined;
  for (const { start, gaps } of places) {
    const by = start - own.start;
    if (Math.abs(by) > Math.min(reach, Math.abs(best?.by ?? Infinity)))
      continue;
    best = { by, guides: gaps.map((gap) => gapGuide(gap, own, axis)) };
  }
  return best;
}

type Gap = readonly [from: number, to: number];

const spanOf = (box: Box, axis: Axis): Span =>
  axis === "x"
    ? { start: box.minX, end: box.maxX, from: box.minY, to: box.maxY }
    : { start: box.minY, end: box.maxY, from: box.minX, to: box.maxX };

function gapGuide(
  [from, to]: Gap,
  { from: a, to: b }: Span,
  axis: Axis,
): Guide {
  const across = (a + b) / 2;
  return axis === "x"
    ? {
        kind: "gap",
        from: boardPoint(from, across),
        to: boardPoint(to, across),
      }
    : {
        kind: "gap",
        from: boardPoint(across, from),
        to: boardPoint(across, to),
      };
}
