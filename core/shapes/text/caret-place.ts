import { heightOf, widthOf, type Box } from "../../geometry/box";
import type { Shape } from "../shape";
import type { TextPlace } from "../shape-kind";
import { kindOf } from "../shape-kinds";
import { LINE_HEIGHT } from "./fonts";
import { layoutPlaced } from "./placed-text";
import { advanceOf } from "./text-advance";
import { leftOf, topOf } from "./text-block";
import type { TextLine } from "./text-layout";

/** Where a caret stands: its top, and how far down it reaches; in the shape's own coordinates. */
export interface CaretPlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** The place of a caret before the letter at `index` (UTF-16 units, cut to the text's length); undefined for a shape without a text. */
export function caretPlace(
  shape: Shape,
  index: number,
): CaretPlace | undefined {
  const setting = settingOf(shape);
  if (!setting) return undefined;
  const { lines, lineHeight, top } = setting;
  // Before the first letter of a broken line, and not behind the last of the line above.
  const next = lines.findIndex(({ start }) => start > index);
  const row = next === -1 ? lines.length - 1 : Math.max(0, next - 1);
  return {
    x: xAt(setting, lines[row]!, index),
    y: top + row * lineHeight,
    height: lineHeight,
  };
}

/** What is selected of a shape's text from `from` up to `to`: a box for each line, in the shape's own coordinates. */
export function textSelection(
  shape: Shape,
  from: number,
  to: number,
): readonly Box[] {
  const setting = settingOf(shape);
  if (!setting) return [];
  const { lines, lineHeight, top } = setting;
  return lines.flatMap((line, row) => {
    const start = Math.max(from, line.start);
    const end = Math.min(to, line.start + line.text.length);
    if (start >= end) return [];
    const [a, b] = [xAt(setting, line, start), xAt(setting, line, end)];
    const minY = top + row * lineHeight;
    return {
      minX: Math.min(a, b),
      maxX: Math.max(a, b),
      minY,
      maxY: minY + lineHeight,
    };
  });
}

/** A text as it is set. */
interface Setting {
  readonly place: TextPlace;
  readonly lines: readonly TextLine[];
  readonly lineHeight: number;
  /** Of the first line. */
  readonly top: number;
}

function settingOf(shape: Shape): Setting | undefined {
  const place = kindOf(shape).textPlace?.(shape);
  if (!place || !("text" in shape)) return undefined;
  const { box, fontSize, vertical } = place;
  const { lines, height } = layoutPlaced(shape.text, place);
  return {
    place,
    lines,
    lineHeight: fontSize * LINE_HEIGHT,
    top: box.minY + topOf(height, heightOf(box), vertical),
  };
}

function xAt({ place }: Setting, line: TextLine, index: number): number {
  const { box, align, font, fontSize } = place;
  // Spaces that hang over the end of a line have no width: the caret waits behind the last letter.
  const before = advanceOf(
    line.text.slice(0, Math.max(0, index - line.start)),
    font,
    fontSize,
  );
  const left = box.minX + leftOf(line, widthOf(box), align);
  return line.direction === "rtl" ? left + line.width - before : left + before;
}
