import type { ShapeId } from "@/core/base/ids";
import { centreOf, moved, type Box } from "@/core/geometry/box";
import type { Guide } from "@/core/geometry/guide";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { Editor } from "../editor";
import { equalGap, type Axis, type EqualGap } from "./equal-gaps";
import { neighboursOf } from "./neighbours";

/** How near an edge must come to another to snap to it; CSS pixels. */
const SNAP_DISTANCE = 6;
/** Board units between two lines of the grid. */
export const GRID = 20;

export interface Snapped {
  /** To be added to where the pointer has taken it. */
  readonly by: BoardPoint;
  readonly guides: readonly Guide[];
}

const NOTHING: Snapped = { by: boardPoint(0, 0), guides: [] };

/**
 * Where a box that is moved comes to rest: with an edge or its middle in line with another shape in view, at a gap as wide as another, or on the
 * grid; as the person has switched it on.
 *
 * @param box Where the pointer has taken it.
 * @param own What is being moved, to which it cannot snap: the same set during a gesture, if it is not to be found out anew.
 * @param axes Along which it may be moved to snap.
 */
export function snapMove(
  editor: Editor,
  box: Box,
  own: ReadonlySet<ShapeId>,
  axes: readonly Axis[] = ["x", "y"],
): Snapped {
  if (editor.snapsToGrid.get()) {
    const { x, y } = toGrid(boardPoint(box.minX, box.minY));
    const along = (axis: Axis, way: number) => (axes.includes(axis) ? way : 0);
    return { by: boardPoint(along("x", x), along("y", y)), guides: [] };
  }
  if (!editor.snapsToShapes.get()) return NOTHING;
  const neighbours = neighboursOf(editor, own);
  const reach = SNAP_DISTANCE / editor.camera.state.get().zoom;
  const inLine = new Map<Axis, number>();
  const inGaps = new Map<Axis, EqualGap>();
  for (const axis of axes) {
    const way = nearest(stopsOf(box, axis), neighbours, axis, reach);
    if (way !== undefined) inLine.set(axis, way);
    const gap =
      way === undefined ? equalGap(box, neighbours, axis, reach) : undefined;
    if (gap) inGaps.set(axis, gap);
  }
  const wayAlong = (axis: Axis) =>
    inLine.get(axis) ?? inGaps.get(axis)?.by ?? 0;
  const by = boardPoint(wayAlong("x"), wayAlong("y"));
  const shown = moved(box, by);
  return {
    by,
    guides: [
      ...[...inLine.keys()].flatMap((axis) =>
        guidesAt(shown, neighbours, axis),
      ),
      ...[...inGaps.values()].flatMap(({ guides }) => guides),
    ],
  };
}

/** Where a corner or an end that is dragged comes to rest. */
export function snapPoint(
  editor: Editor,
  point: BoardPoint,
  own: ReadonlySet<ShapeId>,
): Snapped {
  const { x, y } = point;
  return snapMove(editor, { minX: x, minY: y, maxX: x, maxY: y }, own);
}

function toGrid({ x, y }: BoardPoint): BoardPoint {
  const round = (c: number) => Math.round(c / GRID) * GRID;
  return boardPoint(round(x) - x, round(y) - y);
}

/** Edges and middle along an axis. */
function stopsOf(box: Box, axis: Axis): readonly number[] {
  return axis === "x"
    ? [box.minX, centreOf(box).x, box.maxX]
    : [box.minY, centreOf(box).y, box.maxY];
}

/** The shortest way from one of `stops` to a stop of a neighbour; undefined where all are farther than `reach`. */
function nearest(
  stops: readonly number[],
  neighbours: readonly Box[],
  axis: Axis,
  reach: number,
): number | undefined {
  let best: number | undefined;
  for (const neighbour of neighbours)
    for (const theirs of stopsOf(neighbour, axis))
      for (const own of stops) {
        const way = theirs - own;
        if (Math.abs(way) <= Math.min(reach, Math.abs(best ?? Infinity)))
          best = way;
      }
  return best;
}

/** A line through each stop of `box` that a neighbour shares, from the one to the other. */
function guidesAt(box: Box, neighbours: readonly Box[], axis: Axis): Guide[] {
  const guides: Guide[] = [];
  for (const stop of new Set(stopsOf(box, axis))) {
    const sharing = neighbours.filter((neighbour) =>
      stopsOf(neighbour, axis).some((s) => Math.abs(s - stop) < 0.01),
    );
    if (sharing.length === 0) continue;
    const all = [box, ...sharing];
    guides.push(
      axis === "x"
        ? {
            kind: "line",
            from: boardPoint(stop, Math.min(...all.map((b) => b.minY))),
            to: boardPoint(stop, Math.max(...all.map((b) => b.maxY))),
          }
        : {
            kind: "line",
            from: boardPoint(Math.min(...all.map((b) => b.minX)), stop),
            to: boardPoint(Math.max(...all.map((b) => b.maxX)), stop),
          },
    );
  }
  return guides;
}
