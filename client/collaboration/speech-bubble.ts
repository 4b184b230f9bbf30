import { BoundedCache } from "@/core/shapes/bounded-cache";
import type { LayerSurface } from "../renderer/layer";
import { RIM_COLOUR } from "../renderer/name-pill";

/** Where a bubble lies from the tip of its cursor: below the name; CSS pixels. */
export const BUBBLE_OFFSET = { x: 12, y: 43 };

// CSS pixels.
const PADDING = { x: 11, y: 7 };
const FONT_SIZE = 14;
const LINE_HEIGHT = 19;
const MAX_WIDTH = 260;
const MAX_LINES = 4;
const ROUNDING = 12;
const RIM = 1;

const brokenTexts = new BoundedCache<readonly string[]>(50);

/** Paints what somebody says, its top left corner at the surface's origin. One unit is one CSS pixel. */
export function paintBubble(
  surface: LayerSurface,
  text: string,
  colour: string,
): void {
  surface.font = `500 ${FONT_SIZE}px "Figtree Variable", "Noto Sans SC", system-ui, sans-serif`;
  surface.textAlign = "left";
  surface.textBaseline = "middle";
  const lines = brokenTexts.get(text, () => linesOf(surface, text));
  const widths = lines.map((line) => surface.measureText(line).width);
  const width = Math.max(...widths) + 2 * PADDING.x;
  const height = lines.length * LINE_HEIGHT + 2 * PADDING.y;
  surface.beginPath();
  surface.roundRect(0, 0, width, height, ROUNDING);
  surface.strokeStyle = RIM_COLOUR;
  surface.lineWidth = 2 * RIM;
  surface.stroke();
  surface.fillStyle = colour;
  surface.fill();
  surface.fillStyle = RIM_COLOUR;
  lines.forEach((line, i) =>
    surface.fillText(line, PADDING.x, PADDING.y + (i + 0.5) * LINE_HEIGHT + 1),
  );
}

/** The text in lines that fit, the last one cut when there are too many. */
function linesOf(surface: LayerSurface, text: string): readonly string[] {
  const lines = breakLines(surface, text);
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1]}…`];
}

function breakLines(surface: LayerSurface, text: string): string[] {
  const lines: string[] = [];
  let line = "";
  // Between words, and between the characters of scripts without spaces or of words that are too long.
  for (const part of text.trim().split(/(?<=\s)|(?<=\p{Script=Han})/u)) {
    if (surface.measureText((line + part).trim()).width <= MAX_WIDTH) {
      line += part;
      continue;
    }
    if (line !== "") lines.push(line.trim());
    line = "";
    for (const character of part) {
      if (surface.measureText(line + character).width > MAX_WIDTH) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line.trim()];
}
