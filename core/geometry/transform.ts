import { boardPoint, type BoardPoint } from "./point";
import { turned } from "./turn";

/**
 * What a gesture does to the place and form of shapes. Small enough to be sent thirty times a second, and exact: whoever applies it
 * to the same shapes comes to the same numbers.
 */
export type Transform = Move | Turn | Stretch | HandleMove;

export interface Move {
  readonly kind: "move";
  readonly by: BoardPoint;
}

export interface Turn {
  readonly kind: "turn";
  readonly about: BoardPoint;
  /** Radians, clockwise. */
  readonly angle: number;
}

/** Makes everything larger or smaller along two axes, seen from a point that stays. */
export interface Stretch {
  readonly kind: "stretch";
  readonly about: BoardPoint;
  /** The direction of the first axis; radians. */
  readonly angle: number;
  /** Factors along the axes; negative ones turn the picture over. */
  readonly x: number;
  readonly y: number;
}

/** Takes one handle of a line to a new place. */
export interface HandleMove {
  readonly kind: "handle";
  /** 0 for the start. */
  readonly handle: number;
  readonly to: BoardPoint;
}

export const NO_MOVE: Move = { kind: "move", by: boardPoint(0, 0) };

export const stretched = (
  point: BoardPoint,
  { about, angle, x, y }: Stretch,
): BoardPoint => {
  const own = turned(point, about, -angle);
  const wide = boardPoint(
    about.x + (own.x - about.x) * x,
    about.y + (own.y - about.y) * y,
  );
  return turned(wide, about, angle);
};

/** Whether the transform leaves everything as it is. */
export function isNothing(transform: Transform): boolean {
  switch (transform.kind) {
    case "move":
      return transform.by.x === 0 && transform.by.y === 0;
    case "turn":
      return transform.angle === 0;
    case "stretch":
      return transform.x === 1 && transform.y === 1;
    case "handle":
      return false;
  }
}
