import { boardPoint, type BoardPoint } from "../../geometry/point";
import type { ShapeKind } from "../shape-kind";
import type { ArrowShape, StraightShape } from "./line-shape";
import { readStraight, straightBehaviour } from "./straight-behaviour";

/** Length of the head's two sides: so long on a thin line, longer on a thick one, but never most of a short one. Board units. */
const HEAD_LENGTH = 10;
const HEAD_LENGTH_PER_WIDTH = 3;
const HEAD_SHARE = 0.4;
/** Between the line and each side of the head; radians. */
const HEAD_ANGLE = 0.45;

export const arrowKind: ShapeKind<ArrowShape> = {
  name: "arrow",
  read: (record) => ({ kind: "arrow", ...readStraight(record) }),
  ...straightBehaviour({
    reach: headLength,
    trace(shape, surface) {
      const [left, right] = headEnds(shape);
      surface.moveTo(left.x, left.y);
      surface.lineTo(shape.tip.x, shape.tip.y);
      surface.lineTo(right.x, right.y);
    },
  }),
};

function headLength({ tip, strokeWidth }: StraightShape): number {
  const wanted = HEAD_LENGTH + HEAD_LENGTH_PER_WIDTH * strokeWidth;
  return Math.min(wanted, HEAD_SHARE * Math.hypot(tip.x, tip.y));
}

function headEnds(shape: StraightShape): readonly [BoardPoint, BoardPoint] {
  const { tip } = shape;
  const length = headLength(shape);
  const back = Math.atan2(-tip.y, -tip.x);
  const endAt = (angle: number) =>
    boardPoint(
      tip.x + length * Math.cos(angle),
      tip.y + length * Math.sin(angle),
    );
  return [endAt(back - HEAD_ANGLE), endAt(back + HEAD_ANGLE)];
}
