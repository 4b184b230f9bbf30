import { distanceToPolyline } from "../../geometry/segment";
import { themedColour } from "../colour";
import type { ShapeKind } from "../shape-kind";
import {
  boxOfPoints,
  readHandDrawn,
  stretchPoints,
  writeHandDrawn,
} from "./hand-drawn-form";
import { HAIRLINE_PX, paintHairline } from "./ink-hairline";
import { inkDiameter, inkOutline, inkReach, isDot } from "./ink-outline";
import { traceDot, traceOutline } from "./ink-path";
import type { InkShape } from "./ink-shape";

export const inkKind: ShapeKind<InkShape> = {
  name: "ink",
  defaultStrokeWidth: 2,
  hasText: false,
  styles: ["stroke", "strokeWidth", "opacity"],

  read(record) {
    const ink = readHandDrawn(record);
    return ink && { kind: "ink", ...ink };
  },
  write: writeHandDrawn,

  // From the points alone: opening a board must not compute the outline of every stroke on it.
  box: ({ points }) => boxOfPoints(points),
  reach: ({ strokeWidth }) => inkReach(strokeWidth),

  hit: ({ points, strokeWidth }, point, tolerance) =>
    distanceToPolyline(point, points) <=
    inkDiameter(strokeWidth) / 2 + tolerance,

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

  stretch: stretchPoints,
};
