import { boxBetween } from "../../geometry/box";
import { boardPoint, type BoardPoint } from "../../geometry/point";
import { distanceToSegment } from "../../geometry/segment";
import { themedColour } from "../colour";
import { DEFAULT_DASH, dashPattern, readDash } from "../dash";
import type { PaintContext, Surface } from "../paint-context";
import type { PropertyReader } from "../property-reader";
import type { ShapeKind } from "../shape-kind";
import type { StraightShape } from "./line-shape";

const ORIGIN = boardPoint(0, 0);
const DEFAULT_TIP = boardPoint(100, 0);

/** What is drawn at the end of a line. */
export interface LineEnd {
  /** How far it reaches beyond the line's box; board units. */
  reach(shape: StraightShape): number;
  /** Adds it to the surface's path, which is stroked. */
  trace(shape: StraightShape, surface: Surface): void;
}

export const readStraight = (record: PropertyReader) => {
  const tip = record.pair("tip");
  return {
    tip: tip ? boardPoint(...tip) : DEFAULT_TIP,
    dash: readDash(record),
  };
};

/** What straight lines have in common, given what is drawn at their end. */
export const straightBehaviour = (
  end: LineEnd,
): Omit<ShapeKind<StraightShape>, "name" | "read"> => ({
  defaultStrokeWidth: 2,
  hasText: false,
  styles: ["stroke", "strokeWidth", "dash", "opacity"],

  write: ({ tip, dash }) => ({
    tip:
      tip.x === DEFAULT_TIP.x && tip.y === DEFAULT_TIP.y
        ? undefined
        : [tip.x, tip.y],
    dash: dash === DEFAULT_DASH ? undefined : dash,
  }),

  box: ({ tip }) => boxBetween(ORIGIN, tip),
  reach: (shape) => shape.strokeWidth / 2 + end.reach(shape),
  hit: ({ tip, strokeWidth }, point, tolerance) =>
    distanceToSegment(point, ORIGIN, tip) <= strokeWidth / 2 + tolerance,
  paint: (shape, context) => paint(shape, context, end),

  stretch: ({ tip }, { x, y }) => ({ tip: boardPoint(tip.x * x, tip.y * y) }),
  dragOut: (from, to) => ({ at: from, tip: wayBetween(from, to) }),
  handles: ({ tip }) => [ORIGIN, tip],
  moveHandle: ({ at, tip }, handle, to) =>
    handle === 0
      ? {
          at: boardPoint(at.x + to.x, at.y + to.y),
          tip: wayBetween(to, tip),
        }
      : { tip: to },
});

function paint(
  shape: StraightShape,
  { surface, theme }: PaintContext,
  end: LineEnd,
): void {
  const { tip, stroke, strokeWidth, dash } = shape;
  surface.strokeStyle = themedColour(stroke, theme);
  surface.lineWidth = strokeWidth;
  surface.lineCap = "round";
  surface.lineJoin = "round";
  surface.setLineDash(dashPattern(dash, strokeWidth));
  surface.beginPath();
  surface.moveTo(0, 0);
  surface.lineTo(tip.x, tip.y);
  surface.stroke();
  surface.setLineDash([]);
  surface.beginPath();
  end.trace(shape, surface);
  surface.stroke();
}

const wayBetween = (from: BoardPoint, to: BoardPoint): BoardPoint =>
  boardPoint(to.x - from.x, to.y - from.y);
