import { boxOf, type Box } from "./box";
import { boardPoint, type BoardPoint } from "./point";

const FULL_TURN = 2 * Math.PI;

/** The same direction within (-π, π]. */
export function normalAngle(angle: number): number {
  const rest = angle % FULL_TURN;
  if (rest > Math.PI) return rest - FULL_TURN;
  return rest <= -Math.PI ? rest + FULL_TURN : rest;
}

/** `point` after a turn about `centre`; radians, clockwise as y points down. */
export function turned(
  point: BoardPoint,
  centre: BoardPoint,
  angle: number,
): BoardPoint {
  if (angle === 0) return point;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  return boardPoint(
    centre.x + dx * cos - dy * sin,
    centre.y + dx * sin + dy * cos,
  );
}

/** The corners of a box, clockwise from the top left. */
export const cornersOf = ({
  minX,
  minY,
  maxX,
  maxY,
}: Box): readonly [BoardPoint, BoardPoint, BoardPoint, BoardPoint] => [
  boardPoint(minX, minY),
  boardPoint(maxX, minY),
  boardPoint(maxX, maxY),
  boardPoint(minX, maxY),
];

/** The box along the axes that holds `box` after a turn about `centre`. */
export function boxTurned(box: Box, centre: BoardPoint, angle: number): Box {
  if (angle === 0) return box;
  return boxOf(cornersOf(box).map((corner) => turned(corner, centre, angle)))!;
}
