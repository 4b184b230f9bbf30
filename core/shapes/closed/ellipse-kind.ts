import type { ShapeKind } from "../shape-kind";
import { closedBehaviour, type Outline } from "./closed-behaviour";
import { readClosed } from "./closed-properties";
import type { EllipseShape } from "./closed-shape";

const outline: Outline = {
  labelShare: Math.SQRT1_2,
  hasCorners: false,
  trace(surface, { width, height }) {
    const [x, y] = [width / 2, height / 2];
    surface.ellipse(x, y, x, y, 0, 0, 2 * Math.PI);
  },
  // The first-order distance, f / |∇f|: exact on the outline and on circles, close enough near any other.
  distance({ width, height }, { x, y }) {
    const radiusX = Math.max(width / 2, Number.EPSILON);
    const radiusY = Math.max(height / 2, Number.EPSILON);
    const u = (x - width / 2) / radiusX;
    const v = (y - height / 2) / radiusY;
    const ring = Math.hypot(u, v);
    if (ring === 0) return -Math.min(radiusX, radiusY);
    return ((ring - 1) * ring) / Math.hypot(u / radiusX, v / radiusY);
  },
};

export const ellipseKind: ShapeKind<EllipseShape> = {
  name: "ellipse",
  read: (record) => ({ kind: "ellipse", ...readClosed(record) }),
  ...closedBehaviour(outline),
};
