import type { ShapeKind } from "../shape-kind";
import { closedBehaviour, type Outline } from "./closed-behaviour";
import { readClosed } from "./closed-properties";
import type { DiamondShape } from "./closed-shape";

const outline: Outline = {
  labelShare: 1 / 2,
  hasCorners: false,
  trace(surface, { width, height }) {
    surface.moveTo(width / 2, 0);
    surface.lineTo(width, height / 2);
    surface.lineTo(width / 2, height);
    surface.lineTo(0, height / 2);
    surface.closePath();
  },
  // To the straight line through the nearest side.
  distance({ width, height }, { x, y }) {
    const [halfWidth, halfHeight] = [width / 2, height / 2];
    const side = Math.hypot(halfWidth, halfHeight);
    if (side === 0) return Math.hypot(x, y);
    const across = Math.abs(x - halfWidth) * halfHeight;
    const down = Math.abs(y - halfHeight) * halfWidth;
    return (across + down - halfWidth * halfHeight) / side;
  },
};

export const diamondKind: ShapeKind<DiamondShape> = {
  name: "diamond",
  read: (record) => ({ kind: "diamond", ...readClosed(record) }),
  ...closedBehaviour(outline),
};
