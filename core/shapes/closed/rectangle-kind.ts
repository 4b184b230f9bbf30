import type { ShapeKind } from "../shape-kind";
import { closedBehaviour, type Outline } from "./closed-behaviour";
import { readClosed } from "./closed-properties";
import type { RectangleShape } from "./closed-shape";

const outline: Outline = {
  labelShare: 1,
  hasCorners: true,
  trace(surface, { width, height }, radius) {
    const fitting = Math.min(radius, width / 4, height / 4);
    surface.roundRect(0, 0, width, height, fitting);
  },
  distance({ width, height }, { x, y }) {
    const outsideX = Math.max(-x, x - width);
    const outsideY = Math.max(-y, y - height);
    return Math.max(outsideX, outsideY);
  },
};

export const rectangleKind: ShapeKind<RectangleShape> = {
  name: "rectangle",
  read: (record) => ({ kind: "rectangle", ...readClosed(record) }),
  ...closedBehaviour(outline),
};
