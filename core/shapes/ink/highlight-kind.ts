import { distanceToPolyline } from "../../geometry/segment";
import { themedColour } from "../colour";
import type { Surface } from "../paint-context";
import type { ShapeKind } from "../shape-kind";
import {
  boxOfPoints,
  readHandDrawn,
  stretchPoints,
  writeHandDrawn,
} from "./hand-drawn-form";
import type { InkPoint } from "./ink-point";
import type { HighlightShape } from "./ink-shape";

/** How wide a line of stroke width 1 is: at the medium width about as high as a line of writing. Board units. */
const WIDTH_FACTOR = 9;
/** What is written below has to stay readable, in both themes. */
const TRANSPARENCY = 0.4;

export const highlightWidth = (strokeWidth: number): number =>
  strokeWidth * WIDTH_FACTOR;

export const highlightKind: ShapeKind<HighlightShape> = {
  name: "highlight",
  defaultStrokeWidth: 2,
  hasText: false,
  styles: ["stroke", "strokeWidth", "opacity"],
  ownStyles: ["stroke", "strokeWidth", "opacity"],

  read(record) {
    const ink = readHandDrawn(record);
    return ink && { kind: "highlight", ...ink };
  },
  write: writeHandDrawn,

  box: ({ points }) => boxOfPoints(points),
  reach: ({ strokeWidth }) => highlightWidth(strokeWidth) / 2,

  hit: ({ points, strokeWidth }, point, tolerance) =>
    distanceToPolyline(point, points) <=
    highlightWidth(strokeWidth) / 2 + tolerance,

  paint({ points, stroke, strokeWidth }, { surface, theme }) {
    const colour = themedColour(stroke, theme);
    const width = highlightWidth(strokeWidth);
    surface.globalAlpha *= TRANSPARENCY;
    surface.beginPath();
    if (isPoint(points)) {
      // A canvas leaves out lines of no length, whatever their ends.
      const { x, y } = points[0]!;
      surface.ellipse(x, y, width / 2, width / 2, 0, 0, 2 * Math.PI);
      surface.fillStyle = colour;
      return surface.fill();
    }
    surface.strokeStyle = colour;
    surface.lineWidth = width;
    surface.lineCap = "round";
    surface.lineJoin = "round";
    traceSmoothly(surface, points);
    // One stroke of one path: where the line crosses itself it gets no darker.
    surface.stroke();
  },

  stretch: stretchPoints,
};

/** The path runs from the middle of one step to the middle of the next, and each point only pulls at it. */
function traceSmoothly(surface: Surface, points: readonly InkPoint[]): void {
  const first = points[0]!;
  const last = points.at(-1)!;
  surface.moveTo(first.x, first.y);
  for (let i = 1; i + 1 < points.length; i++) {
    const { x, y } = points[i]!;
    const next = points[i + 1]!;
    surface.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
  }
  surface.lineTo(last.x, last.y);
}

/** Whether the pen never moved, and leaves a dot. */
function isPoint(points: readonly InkPoint[]): boolean {
  const { minX, minY, maxX, maxY } = boxOfPoints(points);
  return minX === maxX && minY === maxY;
}
