import type { Size } from "../../geometry/size";
import type { Surface } from "../paint-context";
import {
  boardFont,
  LINE_HEIGHT,
  layoutText,
  type TextLayout,
} from "./text-layout";

/** From the middle of a line down to its baseline, in letter heights. */
const BASELINE_OFFSET = 0.35;

/**
 * Lays `text` out in the largest of `fontSizes` (falling) that fits into `room` without cutting a word; failing that, in the
 * largest that fits, and failing that, in the smallest, as many lines of it as there is room for: none where a letter is too wide.
 */
export function fitText(
  surface: Surface,
  text: string,
  room: Size,
  fontSizes: readonly number[],
): TextLayout {
  let secondBest: TextLayout | undefined;
  let layout: TextLayout | undefined;
  for (const fontSize of fontSizes) {
    layout = layoutText(surface, text, fontSize, room.width);
    if (layout.height > room.height || layout.width > room.width) continue;
    if (!layout.isWordCut) return layout;
    secondBest ??= layout;
  }
  if (secondBest) return secondBest;
  if (!layout) throw new RangeError("fitText needs at least one font size.");
  return cutTo(room, layout);
}

/** Paints the lines around the middle of `room`, whose top left corner is at `x`, `y`. */
export function paintCentred(
  surface: Surface,
  layout: TextLayout,
  { x, y, width, height }: Size & { readonly x: number; readonly y: number },
): void {
  surface.textAlign = "center";
  paintLines(surface, layout, x + width / 2, y + (height - layout.height) / 2);
}

/** Paints the lines from `x`, `y`, their top left corner. */
export function paintFromCorner(
  surface: Surface,
  layout: TextLayout,
  x: number,
  y: number,
): void {
  surface.textAlign = "left";
  paintLines(surface, layout, x, y);
}

function paintLines(
  surface: Surface,
  { lines, fontSize }: TextLayout,
  x: number,
  top: number,
): void {
  surface.font = boardFont(fontSize);
  surface.textBaseline = "alphabetic";
  const lineHeight = fontSize * LINE_HEIGHT;
  const firstBaseline = top + lineHeight / 2 + fontSize * BASELINE_OFFSET;
  lines.forEach((line, i) => {
    if (line !== "") surface.fillText(line, x, firstBaseline + i * lineHeight);
  });
}

function cutTo({ width, height }: Size, layout: TextLayout): TextLayout {
  const lineHeight = layout.fontSize * LINE_HEIGHT;
  const count = layout.width > width ? 0 : Math.floor(height / lineHeight);
  const lines = layout.lines.slice(0, count);
  return { ...layout, lines, height: lines.length * lineHeight };
}
