import { boxOf, expand, moved } from "../../geometry/box";
import { boardPoint } from "../../geometry/point";
import { distanceToPolyline } from "../../geometry/segment";
import { themedColour } from "../colour";
import type { ShapeKind } from "../shape-kind";
import { packInk, unpackInk } from "./ink-cache";
import { MAX_INK_BYTES } from "./ink-codec";
import { inkDiameter, inkOutline, inkReach, isDot } from "./ink-outline";
import { HAIRLINE_PX, paintHairline } from "./ink-hairline";
import { traceDot, traceOutline } from "./ink-path";
import type { InkShape } from "./ink-shape";

export const inkKind: ShapeKind<InkShape> = {
  name: "ink",
  defaultStrokeWidth: 2,
  hasText: false,

  read(record) {
    const bytes = record.bytes("points", MAX_INK_BYTES);
    const ink = bytes && unpackInk(bytes);
    return ink && { kind: "ink", ...ink };
  },
  write: (ink) => ({ points: packInk(ink) }),

  // From the points alone: opening a board must not compute the outline of every stroke on it.
  bounds({ at, points, strokeWidth }) {
    const box = boxOf(points)!;
    return moved(expand(box, inkReach(strokeWidth)), at);
  },

  hit({ at, points, strokeWidth }, { x, y }, tolerance) {
    const local = boardPoint(x - at.x, y - at.y);
    const reach = inkDiameter(strokeWidth) / 2 + tolerance;
    return distanceToPolyline(local, points) <= reach;
  },

  paint(shape, { surface, theme, scale }) {
    const colour = themedColour(shape.stroke, theme);
    surface.beginPath();
    if (inkDiameter(shape.strokeWidth) * scale < HAIRLINE_PX)
      return paintHairline(shape, { surface, colour, scale });
    surface.fillStyle = colour;
    if (isDot(shape)) traceDot(surface, shape);
    else traceOutline(surface, inkOutline(shape));
    surface.fill();
  },
};
