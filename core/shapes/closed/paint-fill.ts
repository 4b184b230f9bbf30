import type { Size } from "../../geometry/size";
import type { Surface } from "../paint-context";
import type { FillStyle } from "../style";

// Board units.
const LINE_SPACING = 8;
const LINE_WIDTH = 1.5;

/** How a shape is filled, and what with. */
export interface Fill {
  readonly style: FillStyle;
  /** As it is painted. */
  readonly colour: string;
  readonly size: Size;
}

/** Fills the surface's path, which lies within `size`. */
export function paintFill(
  surface: Surface,
  { style, colour, size }: Fill,
): void {
  if (style === "solid") {
    surface.fillStyle = colour;
    return surface.fill();
  }
  surface.save();
  surface.clip();
  surface.strokeStyle = colour;
  surface.lineWidth = LINE_WIDTH;
  surface.lineCap = "butt";
  surface.beginPath();
  traceHatching(surface, size, 1);
  if (style === "cross") traceHatching(surface, size, -1);
  surface.stroke();
  surface.restore();
}

/** Parallel lines over the whole box, rising to the right (1) or falling (-1). */
function traceHatching(
  surface: Surface,
  { width, height }: Size,
  slope: 1 | -1,
): void {
  const step = LINE_SPACING * Math.SQRT2;
  for (let x = step / 2; x < width + height; x += step) {
    const [fromX, toX] = slope === 1 ? [x, x - height] : [x - height, x];
    surface.moveTo(fromX, 0);
    surface.lineTo(toX, height);
  }
}
