import { expand } from "../../geometry/box";
import { boardPoint, type BoardPoint } from "../../geometry/point";
import { boxAt, type Size } from "../../geometry/size";
import { themedColour } from "../colour";
import type { PaintContext, Surface } from "../paint-context";
import type { ShapeKind } from "../shape-kind";
import { fitText, paintCentred } from "../text/text-block";
import { writeClosed } from "./closed-properties";
import type { ClosedShape } from "./closed-shape";

/** From a label to the outline; board units. */
const LABEL_MARGIN = 4;
const LABEL_FONT_SIZES = [16, 14, 12, 10, 8];

/** The outline of one kind of closed shape. Points and paths are relative to the shape's top left corner. */
export interface Outline {
  /** Adds the outline to the surface's path. */
  trace(surface: Surface, size: Size): void;
  /** How far `point` is from the outline; negative inside. Board units. */
  distance(size: Size, point: BoardPoint): number;
  /** The largest box for a label, as shares of the shape's width and height. */
  readonly labelShare: number;
}

/** What the closed shapes have in common, given the outline that sets one apart. */
export const closedBehaviour = (
  outline: Outline,
): Omit<ShapeKind<ClosedShape>, "name" | "read"> => ({
  defaultStrokeWidth: 2,
  hasText: true,
  write: writeClosed,
  bounds: ({ at, size, strokeWidth }) =>
    expand(boxAt(at, size), strokeWidth / 2),
  hit: (shape, point, tolerance) => hits(outline, shape, point, tolerance),
  paint: (shape, context) => paint(outline, shape, context),
});

/** A shape that one can see through is meant only by its outline, unless it carries a label. */
function hits(
  outline: Outline,
  { at, size, fill, text, strokeWidth }: ClosedShape,
  point: BoardPoint,
  tolerance: number,
): boolean {
  const reach = strokeWidth / 2 + tolerance;
  const local = boardPoint(point.x - at.x, point.y - at.y);
  const distance = outline.distance(size, local);
  const isSolid = fill !== undefined || text !== "";
  return isSolid ? distance <= reach : Math.abs(distance) <= reach;
}

function paint(
  outline: Outline,
  shape: ClosedShape,
  context: PaintContext,
): void {
  const { surface, theme } = context;
  surface.beginPath();
  outline.trace(surface, shape.size);
  if (shape.fill !== undefined) {
    surface.fillStyle = themedColour(shape.fill, theme);
    surface.fill();
  }
  surface.strokeStyle = themedColour(shape.stroke, theme);
  surface.lineWidth = shape.strokeWidth;
  surface.lineJoin = "round";
  surface.stroke();
  if (shape.text !== "") paintLabel(outline, shape, context);
}

function paintLabel(
  { labelShare }: Outline,
  { size, text, stroke }: ClosedShape,
  { surface, theme }: PaintContext,
): void {
  const room = {
    width: Math.max(0, size.width * labelShare - 2 * LABEL_MARGIN),
    height: Math.max(0, size.height * labelShare - 2 * LABEL_MARGIN),
  };
  const layout = fitText(surface, text, room, LABEL_FONT_SIZES);
  surface.fillStyle = themedColour(stroke, theme);
  paintCentred(surface, layout, { x: 0, y: 0, ...size });
}
