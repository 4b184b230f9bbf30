import type { LayerSurface } from "./layer";

/** The arrow's corners, from its tip; CSS pixels. */
const ARROW: readonly (readonly [number, number])[] = [
  [0, 0],
  [5.4, 16.2],
  [8.2, 9.4],
  [15, 6.6],
];
const ARROW_ROUNDING = 2;
const RIM = 1.5;
const RIM_COLOUR = "#ffffff";

const FONT =
  '600 12px "Figtree Variable", "Noto Sans SC", system-ui, sans-serif';
const PILL = { x: 12, y: 17, height: 22, padding: 9, rim: 1 };
/** A longer name is cut; CSS pixels. */
const MAX_NAME_WIDTH = 160;

/** Paints a person's arrow with its tip at the surface's origin, and their name beside it. One unit is one CSS pixel. */
export function paintCursor(
  surface: LayerSurface,
  name: string,
  colour: string,
): void {
  tracePolygon(surface);
  surface.lineJoin = "round";
  surface.strokeStyle = RIM_COLOUR;
  surface.lineWidth = ARROW_ROUNDING + 2 * RIM;
  surface.stroke();
  surface.strokeStyle = colour;
  surface.fillStyle = colour;
  surface.lineWidth = ARROW_ROUNDING;
  surface.stroke();
  surface.fill();
  paintName(surface, name, colour);
}

function paintName(surface: LayerSurface, name: string, colour: string): void {
  surface.font = FONT;
  surface.textAlign = "left";
  surface.textBaseline = "middle";
  const label = cutToWidth(surface, name);
  const width = surface.measureText(label).width + 2 * PILL.padding;
  surface.beginPath();
  surface.roundRect(PILL.x, PILL.y, width, PILL.height, PILL.height / 2);
  surface.strokeStyle = RIM_COLOUR;
  surface.lineWidth = 2 * PILL.rim;
  surface.stroke();
  surface.fillStyle = colour;
  surface.fill();
  surface.fillStyle = RIM_COLOUR;
  surface.fillText(
    label,
    PILL.x + PILL.padding,
    PILL.y + PILL.height / 2 + 0.5,
  );
}

function tracePolygon(surface: LayerSurface): void {
  surface.beginPath();
  for (const [x, y] of ARROW) surface.lineTo(x, y);
  surface.closePath();
}

function cutToWidth(surface: LayerSurface, name: string): string {
  if (surface.measureText(name).width <= MAX_NAME_WIDTH) return name;
  const characters = [...name];
  while (characters.length > 0) {
    characters.pop();
    const cut = `${characters.join("")}…`;
    if (surface.measureText(cut).width <= MAX_NAME_WIDTH) return cut;
  }
  return "…";
}
