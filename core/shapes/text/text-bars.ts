import { heightOf, widthOf } from "../../geometry/box";
import { themedColour } from "../colour";
import type { Surface, Theme } from "../paint-context";
import type { TextPlace } from "../shape-kind";
import { LINE_HEIGHT } from "./fonts";

// As shares of the font's size.
const LETTER_WIDTH = 0.5;
const BAR_HEIGHT = 0.5;
/** Letters leave more than half of their line's paper free. */
const BAR_ALPHA = 0.45;

/** What a text far away looks like: a bar for each of its lines, about as long as it would be. Nothing is measured or laid out. */
export function paintBars(
  surface: Surface,
  text: string,
  { box, fontSize, align, vertical, colour, maxWidth }: TextPlace,
  theme: Theme,
): void {
  const lineHeight = fontSize * LINE_HEIGHT;
  const room = { width: widthOf(box), height: heightOf(box) };
  const longest = Math.min(room.width, maxWidth);
  const most = Math.max(1, Math.floor(room.height / lineHeight));
  const widths = lineWidths(text, fontSize * LETTER_WIDTH, longest, most);
  const free = room.height - widths.length * lineHeight;
  const top = box.minY + (vertical === "center" ? Math.max(0, free / 2) : 0);
  const inset = (lineHeight - fontSize * BAR_HEIGHT) / 2;
  surface.beginPath();
  widths.forEach((width, i) => {
    const left = box.minX + (room.width - width) * SHARE_LEFT[align];
    const y = top + i * lineHeight + inset;
    surface.rect(left, y, width, fontSize * BAR_HEIGHT);
  });
  surface.fillStyle = themedColour(colour, theme);
  surface.globalAlpha *= BAR_ALPHA;
  surface.fill();
  surface.globalAlpha /= BAR_ALPHA;
}

/** How much of what a line leaves free lies to its left. */
const SHARE_LEFT = { start: 0, center: 0.5, end: 1 } as const;

function lineWidths(
  text: string,
  letterWidth: number,
  longest: number,
  most: number,
): number[] {
  const widths: number[] = [];
  for (const paragraph of text.split("\n")) {
    let left = paragraph.length * letterWidth;
    do {
      if (widths.length === most) return widths;
      widths.push(Math.min(left, longest));
      left -= longest;
    } while (left > 0);
  }
  return widths;
}
