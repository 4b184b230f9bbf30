import type { LayerSurface } from "./layer";

/** The letters on a person's colour, and the rim of what is painted in it. */
export const RIM_COLOUR = "#ffffff";

/** A longer name is cut; CSS pixels. */
const MAX_NAME_WIDTH = 160;
const RIM = 1;

/** How large a pill is; CSS pixels. */
export interface PillSize {
  readonly height: number;
  readonly padding: number;
  readonly fontSize: number;
}

/** A person's name on their colour. */
export interface NamePill extends PillSize {
  readonly name: string;
  readonly colour: string;
  /** The pill's top left corner, in the surface's coordinates, whose unit is a CSS pixel. */
  readonly x: number;
  readonly y: number;
}

/** Returns how wide it has become, in CSS pixels. */
export function paintNamePill(
  surface: LayerSurface,
  { name, colour, x, y, height, padding, fontSize }: NamePill,
): number {
  surface.font = `600 ${fontSize}px "Figtree Variable", "Noto Sans SC", system-ui, sans-serif`;
  surface.textAlign = "left";
  surface.textBaseline = "middle";
  const label = cutToWidth(surface, name);
  const width = surface.measureText(label).width + 2 * padding;
  surface.beginPath();
  surface.roundRect(x, y, width, height, height / 2);
  surface.strokeStyle = RIM_COLOUR;
  surface.lineWidth = 2 * RIM;
  surface.stroke();
  surface.fillStyle = colour;
  surface.fill();
  surface.fillStyle = RIM_COLOUR;
  surface.fillText(label, x + padding, y + height / 2 + 0.5);
  return width + 2 * RIM;
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
