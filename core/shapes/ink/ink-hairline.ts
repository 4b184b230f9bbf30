import { distance } from "../../geometry/point";
import type { Surface } from "../paint-context";
import type { InkShape } from "./ink-shape";

/** Ink that would be thinner is drawn as wide as this: filled at its true width it would fade and break into dashes. Pixels. */
export const HAIRLINE_PX = 1.2;
/** Points nearer than this are not told apart; pixels. */
const MIN_STEP_PX = 1.5;

interface HairlineContext {
  readonly surface: Surface;
  readonly colour: string;
  /** Pixels per board unit. */
  readonly scale: number;
}

/** Paints a stroke that is seen from far away: a line through its points. Expects an empty path. */
export function paintHairline(
  { points }: InkShape,
  { surface, colour, scale }: HairlineContext,
): void {
  let last = points[0]!;
  surface.moveTo(last.x, last.y);
  for (const point of points) {
    if (distance(point, last) * scale < MIN_STEP_PX) continue;
    surface.lineTo(point.x, point.y);
    last = point;
  }
  const end = points.at(-1)!;
  surface.lineTo(end.x, end.y);
  surface.strokeStyle = colour;
  surface.lineWidth = HAIRLINE_PX / scale;
  surface.lineCap = "round";
  surface.lineJoin = "round";
  surface.stroke();
}
