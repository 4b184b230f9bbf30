import type { FontName } from "./fonts";
import { widthOf } from "./text-measure";

/** Spaces between two tab stops. */
export const TAB_SIZE = 4;

/** A part of a line without tabs, and where it begins: board units from where the line does. */
export interface TextPiece {
  readonly text: string;
  readonly x: number;
}

/** How far `text`, which begins a line and may have tabs, reaches from where the line begins; board units. */
export function advanceOf(
  text: string,
  font: FontName,
  fontSize: number,
): number {
  if (!text.includes("\t")) return widthOf(text, font, fontSize);
  const last = piecesOf(text, font, fontSize).at(-1)!;
  return last.x + widthOf(last.text, font, fontSize);
}

/** Cuts a line at its tabs, each of which leads to the next tab stop. */
export function piecesOf(
  line: string,
  font: FontName,
  fontSize: number,
): readonly TextPiece[] {
  const space = widthOf(" ", font, fontSize);
  let x = 0;
  return line.split("\t").map((text) => {
    const piece = { text, x };
    x = nextTabStop(x + widthOf(text, font, fontSize), space);
    return piece;
  });
}

/** As in CSS: one that is nearer than half a space is passed over. */
function nextTabStop(x: number, space: number): number {
  const step = TAB_SIZE * space;
  if (!(step > 0)) return x;
  const stop = (Math.floor(x / step) + 1) * step;
  return stop - x < space / 2 ? stop + step : stop;
}

/** Chinese and Japanese brackets that leave the second half of their square blank, if the font has them so. */
const CLOSING = "」』】》〉〕〗〙〛）］｝";

/**
 * By how much a line may be too wide because of the blank half of the bracket at its end, which a browser leaves out there. It
 * does the same between two brackets, which tells us whether it would for this one.
 */
export function lastTrimOf(
  line: string,
  font: FontName,
  fontSize: number,
): number {
  const last = line.at(-1);
  if (last === undefined || !CLOSING.includes(last)) return 0;
  const single = widthOf(last, font, fontSize);
  if (single < 0.9 * fontSize) return 0;
  const pair = widthOf(`${last}」`, font, fontSize);
  return Math.max(0, single + widthOf("」", font, fontSize) - pair);
}
