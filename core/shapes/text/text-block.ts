import { BoundedCache } from "../bounded-cache";
import type { Size } from "../../geometry/size";
import type { Surface } from "../paint-context";
import { baselineOf, fontOf, LINE_HEIGHT, type FontName } from "./fonts";
import { piecesOf } from "./text-advance";
import { RoughFit } from "./rough-fit";
import { layoutText, type TextLayout, type TextLine } from "./text-layout";
import { textVersion } from "./text-measure";

/** "start" is the left of text that is written to the right, and the right of Arabic and Hebrew; each paragraph by itself. */
export type TextAlign = "start" | "center" | "end";
export type VerticalAlign = "start" | "center";

/** Where a block of text stands: in a box, whose top left corner is at `x`, `y`. Board units. */
export interface TextRoom extends Size {
  readonly x: number;
  readonly y: number;
  readonly align: TextAlign;
  readonly verticalAlign: VerticalAlign;
}

export interface TextToFit {
  readonly text: string;
  readonly font: FontName;
  /** Falling. */
  readonly fontSizes: readonly number[];
  readonly room: Size;
}

const fits = new BoundedCache<TextLayout>(20_000);
let fitsVersion = 0;

/**
 * Lays text out in the largest of the font sizes that fits into `room` without cutting a word; failing that, in the largest that
 * fits, and failing that, in the smallest, with more lines than there is room for. Remembers the answers.
 */
export function fitText({
  text,
  font,
  fontSizes,
  room,
}: TextToFit): TextLayout {
  if (fitsVersion !== textVersion()) {
    fits.clear();
    fitsVersion = textVersion();
  }
  const { width, height } = room;
  const key = `${font} ${fontSizes.join()} ${width} ${height} ${text}`;
  return fits.get(key, () => {
    const smallest = fontSizes.at(-1);
    if (smallest === undefined)
      throw new RangeError("fitText needs at least one font size.");
    const rough = RoughFit.of(text, font, smallest);
    const layOut = (fontSize: number) =>
      layoutText({ text, font, fontSize, maxWidth: width });
    const inRoom = fontSizes.filter(
      (fontSize) => !rough?.isTooHigh(fontSize, room),
    );
    // Those in which words are cut come last, so that they are seldom laid out.
    const isCut = (fontSize: number) =>
      rough?.cutsWord(fontSize, room) === true;
    let secondBest: TextLayout | undefined;
    for (const fontSize of inRoom) {
      if (isCut(fontSize)) continue;
      const layout = layOut(fontSize);
      if (layout.height > height || layout.width > width) continue;
      if (!layout.isWordCut) return layout;
      secondBest ??= layout;
    }
    for (const fontSize of inRoom) {
      if (secondBest && fontSize <= secondBest.fontSize) break;
      if (!isCut(fontSize)) continue;
      const layout = layOut(fontSize);
      if (layout.height <= height && layout.width <= width) return layout;
    }
    return secondBest ?? layOut(smallest);
  });
}

/** What there is room for of `layout`: its first lines, or none where a letter is too wide. */
export function cutToRoom(layout: TextLayout, room: Size): TextLayout {
  const lineHeight = layout.fontSize * LINE_HEIGHT;
  const isTooWide = layout.width > room.width;
  const count = isTooWide ? 0 : Math.floor(room.height / lineHeight);
  if (count >= layout.lines.length) return layout;
  const lines = layout.lines.slice(0, count);
  return { ...layout, lines, height: lines.length * lineHeight };
}

/** From the top of the room down to the first line of a text of `textHeight`. One that is too high begins at the top. */
export function topOf(
  textHeight: number,
  roomHeight: number,
  verticalAlign: VerticalAlign,
): number {
  if (verticalAlign === "start") return 0;
  return Math.max(0, (roomHeight - textHeight) / 2);
}

/** From the left of the room to the line. One that is too wide begins where its paragraph does. */
export function leftOf(
  { width, direction }: TextLine,
  roomWidth: number,
  align: TextAlign,
): number {
  const free = roomWidth - width;
  if (free <= 0) return direction === "ltr" ? 0 : free;
  if (align === "center") return free / 2;
  return (align === "start") === (direction === "ltr") ? 0 : free;
}

/** Paints the lines in the surface's fill style, where CSS would put them. */
export function paintText(
  surface: Surface,
  layout: TextLayout,
  room: TextRoom,
): void {
  const { lines, font, fontSize } = layout;
  surface.font = fontOf(font, fontSize);
  surface.fontKerning = "normal";
  // Letters keep their distances at every zoom, and in the text field that stands over them.
  surface.textRendering = "geometricPrecision";
  surface.textBaseline = "alphabetic";
  const top = room.y + topOf(layout.height, room.height, room.verticalAlign);
  const firstBaseline = top + baselineOf(font, fontSize);
  lines.forEach((line, i) => {
    if (line.text === "") return;
    const left = room.x + leftOf(line, room.width, room.align);
    const baseline = firstBaseline + i * fontSize * LINE_HEIGHT;
    paintLine(surface, layout, line, left, baseline);
  });
}

function paintLine(
  surface: Surface,
  { font, fontSize }: TextLayout,
  { text, width, direction }: TextLine,
  left: number,
  baseline: number,
): void {
  surface.direction = direction;
  surface.textAlign = direction === "ltr" ? "left" : "right";
  // Canvases take a tab for a space.
  for (const piece of text.includes("\t")
    ? piecesOf(text, font, fontSize)
    : [{ text, x: 0 }]) {
    if (piece.text === "") continue;
    const x = direction === "ltr" ? left + piece.x : left + width - piece.x;
    surface.fillText(piece.text, x, baseline);
  }
}
