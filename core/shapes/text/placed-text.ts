import { heightOf, widthOf } from "../../geometry/box";
import type { Size } from "../../geometry/size";
import { themedColour } from "../colour";
import type { PaintContext } from "../paint-context";
import type { TextPlace } from "../shape-kind";
import { LINE_HEIGHT } from "./fonts";
import { cutToRoom, fitText, paintText, type TextToFit } from "./text-block";
import { paintBars } from "./text-bars";
import { layoutText, type TextLayout } from "./text-layout";

/** A text as it is set where a shape has it. */
export const layoutPlaced = (
  text: string,
  { font, fontSize, maxWidth }: TextPlace,
): TextLayout => layoutText({ text, font, fontSize, maxWidth });

/** Lower letters than this cannot be read; pixels. */
const LEGIBLE_PX = 3;

/** Whether letters of this size can be read. `scale` as painters are given it. */
export const isLegible = (fontSize: number, scale: number): boolean =>
  fontSize * scale >= LEGIBLE_PX;

/** Paints a text where a shape has it; bars where it could not be read. */
export function paintPlaced(
  { surface, theme, scale }: PaintContext,
  text: string,
  place: TextPlace,
): void {
  if (!isLegible(place.fontSize, scale))
    return paintBars(surface, text, place, theme);
  const { box, align, vertical, colour } = place;
  const room: Size = { width: widthOf(box), height: heightOf(box) };
  const layout = layoutPlaced(text, place);
  surface.fillStyle = themedColour(colour, theme);
  paintText(surface, place.isCut ? cutToRoom(layout, room) : layout, {
    x: box.minX,
    y: box.minY,
    ...room,
    align,
    verticalAlign: vertical,
  });
}

/** The size in which a text fits into its room, the chosen one at most. */
export const fittingSize = (
  fitting: Omit<TextToFit, "fontSizes">,
  chosen: number,
): number => fitText({ ...fitting, fontSizes: sizesDownFrom(chosen) }).fontSize;

/** Below this nobody could read it; board units. */
const MIN_FONT_SIZE = 8;
const SHRINK_STEP = 0.9;

/** Average width of narrow letters, in letter heights. */
const NARROW_LETTER = 0.35;

/**
 * A size that the fitting one hardly exceeds, without measuring anything: from far away it tells that a text need not be set, since nobody could
 * read it.
 */
export function largestSize(
  text: string,
  { width, height }: Size,
  chosen: number,
): number {
  const letter = NARROW_LETTER * LINE_HEIGHT * Math.max(1, text.length);
  const largest = Math.sqrt((width * height) / letter);
  return Math.min(chosen, Math.max(MIN_FONT_SIZE, largest));
}

/** The sizes to try. */
function sizesDownFrom(fontSize: number): number[] {
  const sizes: number[] = [];
  for (let size = fontSize; size > MIN_FONT_SIZE; size *= SHRINK_STEP) {
    sizes.push(Math.round(size * 10) / 10);
  }
  return [...sizes, Math.min(fontSize, MIN_FONT_SIZE)];
}
