import {
  boxOf,
  centreOf,
  expand,
  moved,
  unionOfAll,
  type Box,
} from "../geometry/box";
import { boardPoint, type BoardPoint } from "../geometry/point";
import { boxTurned, cornersOf, turned } from "../geometry/turn";
import type { Shape } from "./shape";
import { kindOf } from "./shape-kinds";

// A shape with its place and angle: what its kind, which knows only the shape's own coordinates, leaves to be done.

/** The middle of the shape's box on the board; it turns about this point. */
export function centreOfShape(shape: Shape): BoardPoint {
  const { x, y } = centreOf(kindOf(shape).box(shape));
  return boardPoint(shape.at.x + x, shape.at.y + y);
}

/** The box of the shape's form as if it were not turned, on the board. */
export const unturnedBox = (shape: Shape): Box =>
  moved(kindOf(shape).box(shape), shape.at);

/** The corners of the shape's box where they are seen, clockwise from the shape's own top left. */
export function cornersOfShape(shape: Shape): readonly BoardPoint[] {
  const box = unturnedBox(shape);
  const centre = centreOf(box);
  return cornersOf(box).map((corner) => turned(corner, centre, shape.angle));
}

/** The box along the board's axes that holds the shape's form. */
export function formBox(shape: Shape): Box {
  const box = unturnedBox(shape);
  return boxTurned(box, centreOf(box), shape.angle);
}

/** Everything the shape paints lies within, so long as no frame cuts it. */
export function paintBox(shape: Shape): Box {
  const kind = kindOf(shape);
  const box = moved(expand(kind.box(shape), kind.reach(shape)), shape.at);
  return boxTurned(box, centreOf(box), shape.angle);
}

/** `point` of the board in the shape's own coordinates. */
export function toOwn(shape: Shape, point: BoardPoint): BoardPoint {
  const { x, y } = turned(point, centreOfShape(shape), -shape.angle);
  return boardPoint(x - shape.at.x, y - shape.at.y);
}

/** A point of the shape's own coordinates on the board. */
export function toBoard(shape: Shape, { x, y }: BoardPoint): BoardPoint {
  const point = boardPoint(shape.at.x + x, shape.at.y + y);
  return turned(point, centreOfShape(shape), shape.angle);
}

/** Whether a pointer at `point` means this shape. `tolerance` in board units. */
export const hits = (
  shape: Shape,
  point: BoardPoint,
  tolerance: number,
): boolean => kindOf(shape).hit(shape, toOwn(shape, point), tolerance);

/** The box that holds the forms of all; undefined for none. */
export const formBoxOfAll = (shapes: readonly Shape[]): Box | undefined =>
  unionOfAll(shapes.map(formBox));

/** The box that holds everything that they paint; undefined for none. */
export const paintBoxOfAll = (shapes: readonly Shape[]): Box | undefined =>
  unionOfAll(shapes.map(paintBox));

/** `boxOf` for corners that are known to be there. */
export const boxAround = (points: readonly BoardPoint[]): Box => boxOf(points)!;
