import { boxBetween, heightOf, widthOf } from "../geometry/box";
import { boardPoint, type BoardPoint } from "../geometry/point";
import type { Size } from "../geometry/size";
import type { StretchFactors } from "./shape-kind";

/** Nothing gets smaller than this by a stretch, or it could never be taken hold of again; board units. */
const MIN_SIDE = 1;

/** The form of a shape that is a box, after a stretch: turning a box over changes nothing. */
export const stretchSize = (
  { size }: { readonly size: Size },
  { x, y }: StretchFactors,
) => ({
  size: {
    width: Math.max(MIN_SIDE, roundSide(size.width * Math.abs(x))),
    height: Math.max(MIN_SIDE, roundSide(size.height * Math.abs(y))),
  },
});

/** The form of a shape that is a box between two opposite corners. */
export function dragOutBox(from: BoardPoint, to: BoardPoint) {
  const box = boxBetween(from, to);
  return {
    at: boardPoint(box.minX, box.minY),
    size: { width: roundSide(widthOf(box)), height: roundSide(heightOf(box)) },
  };
}

const roundSide = (side: number): number => Math.round(side * 100) / 100;
