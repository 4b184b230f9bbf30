import { boardPoint, type BoardPoint } from "../../geometry/point";
import { boxAt, type Size } from "../../geometry/size";
import { dragOutBox, stretchSize } from "../box-form";
import { themedColour } from "../colour";
import { dashPattern } from "../dash";
import type { PaintContext, Surface } from "../paint-context";
import type { ShapeKind, TextPlace } from "../shape-kind";
import type { StyleName } from "../style";
import {
  fittingSize,
  isLegible,
  largestSize,
  paintPlaced,
} from "../text/placed-text";
import { writeClosed } from "./closed-properties";
import type { ClosedShape } from "./closed-shape";
import { paintFill } from "./paint-fill";

const ORIGIN = boardPoint(0, 0);
/** From a label to the outline; board units. */
const LABEL_MARGIN = 6;

/** The outline of one kind of closed shape. Points and paths are relative to the shape's top left corner. */
export interface Outline {
  /** Adds the outline to the surface's path. `radius` of the corners, where it has any. */
  trace(surface: Surface, size: Size, radius: number): void;
  /** How far `point` is from the outline; negative inside. Board units. */
  distance(size: Size, point: BoardPoint): number;
  /** The largest box for a label, as shares of the shape's width and height. */
  readonly labelShare: number;
  readonly hasCorners: boolean;
}

const STYLES: readonly StyleName[] = [
  "stroke",
  "fill",
  "fillStyle",
  "strokeWidth",
  "dash",
  "radius",
  "opacity",
  "font",
  "fontSize",
  "align",
];

/** What the closed shapes have in common, given the outline that sets one apart. */
export const closedBehaviour = (
  outline: Outline,
): Omit<ShapeKind<ClosedShape>, "name" | "read"> => ({
  defaultStrokeWidth: 2,
  hasText: true,
  styles: STYLES.filter((name) => name !== "radius" || outline.hasCorners),
  write: writeClosed,
  box: ({ size }) => boxAt(ORIGIN, size),
  reach: ({ strokeWidth }) => strokeWidth / 2,
  hit: (shape, point, tolerance) => hits(outline, shape, point, tolerance),
  paint: (shape, context) => paint(outline, shape, context),
  stretch: stretchSize,
  dragOut: dragOutBox,
  textPlace: (shape) => labelPlace(outline, shape),
});

/** A shape that one can see through is meant only by its outline, unless it carries a label. */
function hits(
  outline: Outline,
  { size, fill, text, strokeWidth }: ClosedShape,
  point: BoardPoint,
  tolerance: number,
): boolean {
  const reach = strokeWidth / 2 + tolerance;
  const distance = outline.distance(size, point);
  const isSolid = fill !== undefined || text !== "";
  return isSolid ? distance <= reach : Math.abs(distance) <= reach;
}

function paint(
  outline: Outline,
  shape: ClosedShape,
  context: PaintContext,
): void {
  const { surface, theme, scale } = context;
  const { size, radius, fill, fillStyle, stroke, strokeWidth, dash } = shape;
  surface.beginPath();
  outline.trace(surface, size, radius);
  if (fill !== undefined) {
    const colour = themedColour(fill, theme);
    paintFill(surface, { style: fillStyle, colour, size });
    if (fillStyle !== "solid") {
      surface.beginPath();
      outline.trace(surface, size, radius);
    }
  }
  if (strokeWidth > 0) {
    surface.strokeStyle = themedColour(stroke, theme);
    surface.lineWidth = strokeWidth;
    surface.lineJoin = "round";
    surface.lineCap = "round";
    surface.setLineDash(dashPattern(dash, strokeWidth));
    surface.stroke();
    surface.setLineDash([]);
  }
  if (shape.text === "") return;
  // Set only where it can be read.
  const largest = largestSize(
    shape.text,
    roomOf(outline, shape),
    shape.fontSize,
  );
  const place = isLegible(largest, scale)
    ? labelPlace(outline, shape)
    : placeOf(outline, shape, largest);
  paintPlaced(context, shape.text, place);
}

function labelPlace(outline: Outline, shape: ClosedShape): TextPlace {
  const { text, font, fontSize } = shape;
  const room = roomOf(outline, shape);
  const fitting = fittingSize({ text, font, room }, fontSize);
  return placeOf(outline, shape, fitting);
}

/** What there is for a label. */
const roomOf = ({ labelShare }: Outline, { size }: ClosedShape): Size => ({
  width: Math.max(0, size.width * labelShare - 2 * LABEL_MARGIN),
  height: Math.max(0, size.height * labelShare - 2 * LABEL_MARGIN),
});

function placeOf(
  outline: Outline,
  shape: ClosedShape,
  fontSize: number,
): TextPlace {
  const { size, font, align, stroke } = shape;
  const room = roomOf(outline, shape);
  const at = boardPoint(
    (size.width - room.width) / 2,
    (size.height - room.height) / 2,
  );
  return {
    box: boxAt(at, room),
    font,
    fontSize,
    align,
    vertical: "center",
    isCut: true,
    maxWidth: room.width,
    colour: stroke,
  };
}
