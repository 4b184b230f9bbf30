import { boxOf, expand, moved } from "../../geometry/box";
import { boardPoint, type BoardPoint } from "../../geometry/point";
import { distanceToSegment } from "../../geometry/segment";
import { themedColour } from "../colour";
import type { ShapeKind } from "../shape-kind";
import type { ArrowShape } from "./arrow-shape";

const ORIGIN = boardPoint(0, 0);
const DEFAULT_TIP = boardPoint(100, 0);

/** Length of the head's two sides: so long on a thin line, longer on a thick one, but never most of a short one. Board units. */
const HEAD_LENGTH = 10;
const HEAD_LENGTH_PER_WIDTH = 3;
const HEAD_SHARE = 0.4;
/** Between the line and each side of the head; radians. */
const HEAD_ANGLE = 0.45;

export const arrowKind: ShapeKind<ArrowShape> = {
  name: "arrow",
  defaultStrokeWidth: 2,
  hasText: false,

  read(record) {
    const tip = record.pair("tip");
    return { kind: "arrow", tip: tip ? boardPoint(...tip) : DEFAULT_TIP };
  },
  write: ({ tip }) => ({
    tip:
      tip.x === DEFAULT_TIP.x && tip.y === DEFAULT_TIP.y
        ? undefined
        : [tip.x, tip.y],
  }),

  bounds(shape) {
    const box = boxOf([ORIGIN, shape.tip, ...headEnds(shape)])!;
    return moved(expand(box, shape.strokeWidth / 2), shape.at);
  },

  hit({ at, tip, strokeWidth }, { x, y }, tolerance) {
    const local = boardPoint(x - at.x, y - at.y);
    return distanceToSegment(local, ORIGIN, tip) <= strokeWidth / 2 + tolerance;
  },

  paint(shape, { surface, theme }) {
    const { tip, stroke, strokeWidth } = shape;
    surface.strokeStyle = themedColour(stroke, theme);
    surface.lineWidth = strokeWidth;
    surface.lineCap = "round";
    surface.lineJoin = "round";
    const [left, right] = headEnds(shape);
    surface.beginPath();
    surface.moveTo(0, 0);
    surface.lineTo(tip.x, tip.y);
    surface.moveTo(left.x, left.y);
    surface.lineTo(tip.x, tip.y);
    surface.lineTo(right.x, right.y);
    surface.stroke();
  },
};

function headLength({ tip, strokeWidth }: ArrowShape): number {
  const wanted = HEAD_LENGTH + HEAD_LENGTH_PER_WIDTH * strokeWidth;
  return Math.min(wanted, HEAD_SHARE * Math.hypot(tip.x, tip.y));
}

function headEnds(shape: ArrowShape): readonly [BoardPoint, BoardPoint] {
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
