import { containsPoint, expand } from "../../geometry/box";
import { boardPoint } from "../../geometry/point";
import { boxAt } from "../../geometry/size";
import type { ShapeKind } from "../shape-kind";
import { MAX_FONT_SIZE } from "../style";
import { LINE_HEIGHT } from "./fonts";
import { paintPlaced } from "./placed-text";
import { layoutText } from "./text-layout";
import type { TextShape } from "./text-shape";
import { readTextStyle, writeTextStyle } from "./text-style";

const ORIGIN = boardPoint(0, 0);
const TEXT_DEFAULTS = { fontSize: 20, align: "start" } as const;
const MIN_FONT_SIZE = 2;
/** A column narrower than this many letters is no text any more. */
const MIN_WRAP = 1.5;

export const textKind: ShapeKind<TextShape> = {
  name: "text",
  defaultStrokeWidth: 2,
  hasText: true,
  styles: ["stroke", "opacity", "font", "fontSize", "align"],
  ownStyles: ["fontSize", "align"],
  resizing: "text",

  read: (record) => ({
    kind: "text",
    text: record.text(),
    ...readTextStyle(record, TEXT_DEFAULTS),
    wrap: record.number("wrap", 1),
  }),
  write: ({ wrap, ...text }) => ({
    ...writeTextStyle(text, TEXT_DEFAULTS),
    wrap,
  }),

  box: (shape) => boxAt(ORIGIN, sizeOf(shape)),
  // Letters of some fonts hang over their own box.
  reach: ({ fontSize }) => fontSize / 4,
  hit: (shape, point, tolerance) =>
    containsPoint(expand(boxAt(ORIGIN, sizeOf(shape)), tolerance), point),

  paint(shape, context) {
    paintPlaced(context, shape.text, textKind.textPlace!(shape));
  },

  /** Made wider alone, its lines get longer; otherwise its letters get larger. */
  stretch(shape, { x, y }) {
    const width = sizeOf(shape).width * Math.abs(x);
    const { fontSize, wrap } = shape;
    // Turned over at most, which letters never are.
    if (Math.abs(x) === 1 && Math.abs(y) === 1) return {};
    if (Math.abs(y) === 1)
      return { wrap: Math.max(rounded(width), fontSize * MIN_WRAP) };
    const factor = Math.abs(y);
    const size = Math.max(
      MIN_FONT_SIZE,
      Math.min(MAX_FONT_SIZE, rounded(fontSize * factor)),
    );
    return {
      fontSize: size,
      wrap: wrap === undefined ? undefined : rounded(wrap * factor),
    };
  },

  textPlace: (shape) => ({
    box: boxAt(ORIGIN, sizeOf(shape)),
    font: shape.font,
    fontSize: shape.fontSize,
    align: shape.align,
    vertical: "start",
    isCut: false,
    maxWidth: shape.wrap ?? Infinity,
    colour: shape.stroke,
  }),
};

function sizeOf({ text, font, fontSize, wrap }: TextShape) {
  const layout = layoutText({
    text,
    font,
    fontSize,
    maxWidth: wrap ?? Infinity,
  });
  return {
    // A line may hold a single letter that is wider than it.
    width: Math.max(layout.width, wrap ?? fontSize / 4),
    height: Math.max(layout.height, fontSize * LINE_HEIGHT),
  };
}

const rounded = (length: number): number => Math.round(length * 100) / 100;
