import { unreachable } from "../base/assert";
import { centreOf } from "../geometry/box";
import { boardPoint, type BoardPoint } from "../geometry/point";
import {
  stretched,
  type HandleMove,
  type Stretch,
  type Transform,
} from "../geometry/transform";
import { normalAngle, turned } from "../geometry/turn";
import { centreOfShape, toBoard, toOwn } from "./placed-shape";
import type { Shape } from "./shape";
import type { FormChanges } from "./shape-kind";
import { kindOf } from "./shape-kinds";

/** Places and lengths are kept to so many steps a unit: short in the document, and finer than any screen shows. */
const STEPS_PER_UNIT = 100;

/**
 * The changes to the shape's place and form that `transform` makes. Others are shown these while the gesture goes on, and the document gets the
 * same at its end, so that nothing jumps.
 */
export function transformed(
  shape: Shape,
  transform: Transform,
): FormChanges<Shape> {
  switch (transform.kind) {
    case "move": {
      const { x, y } = transform.by;
      return { at: rounded(boardPoint(shape.at.x + x, shape.at.y + y)) };
    }
    case "turn": {
      const { about, angle } = transform;
      const centre = turned(centreOfShape(shape), about, angle);
      return {
        at: rounded(placeFor(shape, centre)),
        angle: roundAngle(normalAngle(shape.angle + angle)),
      };
    }
    case "stretch":
      return stretchedShape(shape, transform);
    case "handle":
      return movedHandle(shape, transform);
    default:
      return unreachable(transform);
  }
}

/** The shape as `transform` leaves it; for previews. */
export const preview = (shape: Shape, transform: Transform): Shape => ({
  ...shape,
  ...transformed(shape, transform),
});

/**
 * A shape that lies at an angle to the stretch cannot follow it exactly: each of its sides grows as much as the stretch does in the
 * side's direction, and its middle goes where the stretch takes it.
 */
function stretchedShape(shape: Shape, stretch: Stretch): FormChanges<Shape> {
  const { angle, x, y } = stretch;
  const slant = shape.angle - angle;
  const cos = Math.cos(slant);
  const sin = Math.sin(slant);
  const factors = {
    x: Math.hypot(x * cos, y * sin) * signOf(x),
    y: Math.hypot(x * sin, y * cos) * signOf(y),
  };
  const isMirrored = x * y < 0;
  const changes = {
    ...kindOf(shape).stretch(shape, factors),
    angle: roundAngle(isMirrored ? normalAngle(angle - slant) : shape.angle),
  };
  const centre = stretched(centreOfShape(shape), stretch);
  const form = { ...shape, ...changes } as Shape;
  return { ...changes, at: rounded(placeFor(form, centre)) };
}

/** What comes of moving one handle of a shape that is turned: its points take over the turn, and its angle ends. */
function movedHandle(
  shape: Shape,
  { handle, to }: HandleMove,
): FormChanges<Shape> {
  const { handles, moveHandle } = kindOf(shape);
  if (!handles || !moveHandle) return {};
  const places = handles(shape).map((point) => toBoard(shape, point));
  let changes: FormChanges<Shape> = { angle: 0 };
  places.forEach((place, i) => {
    const form = { ...shape, ...changes };
    const own = toOwn(form, i === handle ? to : place);
    changes = { ...changes, ...moveHandle(form, i, own) };
  });
  return changes;
}

/** Where a shape must stand for the middle of its box to be at `centre`. */
function placeFor(shape: Shape, centre: BoardPoint): BoardPoint {
  const { x, y } = centreOf(kindOf(shape).box(shape));
  return boardPoint(centre.x - x, centre.y - y);
}

export const roundLength = (length: number): number =>
  Math.round(length * STEPS_PER_UNIT) / STEPS_PER_UNIT;

const rounded = ({ x, y }: BoardPoint): BoardPoint =>
  boardPoint(roundLength(x), roundLength(y));

const roundAngle = (angle: number): number => Math.round(angle * 1e5) / 1e5;

const signOf = (factor: number): number => (factor < 0 ? -1 : 1);
