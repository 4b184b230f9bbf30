import type { LayerSurface } from "./layer";
import { paintNamePill, RIM_COLOUR } from "./name-pill";

/** The arrow's corners, from its tip; CSS pixels. */
const ARROW: readonly (readonly [number, number])[] = [
  [0, 0],
  [5.4, 16.2],
  [8.2, 9.4],
  [15, 6.6],
];
const ARROW_ROUNDING = 2;
const RIM = 1.5;
const PILL = { x: 12, y: 17, height: 22, padding: 9, fontSize: 12 };

/**
 * Paints a person's arrow with its tip at the surface's origin, and their name beside it. One unit is one CSS pixel. Returns how far it
 * reaches to the right of the tip.
 */
export function paintCursor(
  surface: LayerSurface,
  name: string,
  colour: string,
): number {
  surface.beginPath();
  for (const [x, y] of ARROW) surface.lineTo(x, y);
  surface.closePath();
  surface.lineJoin = "round";
  surface.strokeStyle = RIM_COLOUR;
  surface.lineWidth = ARROW_ROUNDING + 2 * RIM;
  surface.stroke();
  surface.strokeStyle = colour;
  surface.fillStyle = colour;
  surface.lineWidth = ARROW_ROUNDING;
  surface.stroke();
  surface.fill();
  return PILL.x + paintNamePill(surface, { ...PILL, name, colour });
}
