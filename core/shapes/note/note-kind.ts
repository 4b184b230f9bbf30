import { boardPoint } from "../../geometry/point";
import { containsPoint, expand } from "../../geometry/box";
import { boxAt, type Size } from "../../geometry/size";
import { dragOutBox, stretchSize } from "../box-form";
import { themedColour } from "../colour";
import type { Surface } from "../paint-context";
import type { ShapeKind, TextPlace } from "../shape-kind";
import { readSize, writeSize } from "../size-property";
import {
  fittingSize,
  isLegible,
  largestSize,
  paintPlaced,
} from "../text/placed-text";
import { readTextStyle, writeTextStyle } from "../text/text-style";
import type { NoteShape } from "./note-shape";

const ORIGIN = boardPoint(0, 0);
export const DEFAULT_NOTE_FILL = "#ffec99";
export const DEFAULT_NOTE_SIZE: Size = { width: 200, height: 200 };
const TEXT_DEFAULTS = { fontSize: 28, align: "center" } as const;

// Board units, as everything below.
const CORNER_RADIUS = 3;
const SHADOW_BLUR = 7;
const SHADOW_DROP = 6;
/** How much less wide than the paper the darkest of the shadow is: light comes from above. */
const SHADOW_INSET = 5;
/** Faint layers, each a little larger: together they fade out. */
const SHADOW_LAYERS = 8;
const SHADOW_COLOUR = "rgba(20, 16, 0, 0.03)";
/** From farther away there is none to be seen; pixels. */
const MIN_SHADOW_PX = 1;
/** From the text to the edge of the paper, as a share of its width; but no more than on a note of the usual size. */
const MARGIN_SHARE = 0.08;

export const noteKind: ShapeKind<NoteShape> = {
  name: "note",
  defaultStrokeWidth: 2,
  hasText: true,
  styles: ["fill", "stroke", "opacity", "font", "fontSize", "align"],
  ownStyles: ["fill", "stroke", "fontSize"],

  read: (record) => ({
    kind: "note",
    size: readSize(record, DEFAULT_NOTE_SIZE),
    fill: record.colour("fill") ?? DEFAULT_NOTE_FILL,
    text: record.text(),
    ...readTextStyle(record, TEXT_DEFAULTS),
  }),
  write: ({ size, fill, ...text }) => ({
    size: writeSize(size, DEFAULT_NOTE_SIZE),
    fill: fill === DEFAULT_NOTE_FILL ? undefined : fill,
    ...writeTextStyle(text, TEXT_DEFAULTS),
  }),

  box: ({ size }) => boxAt(ORIGIN, size),
  reach: () => SHADOW_BLUR + SHADOW_DROP,
  hit: ({ size }, point, tolerance) =>
    containsPoint(expand(boxAt(ORIGIN, size), tolerance), point),

  paint(shape, context) {
    const { surface, theme, scale } = context;
    const { size, fill, text } = shape;
    paintShadow(surface, size, scale);
    surface.fillStyle = themedColour(fill, theme);
    surface.beginPath();
    surface.roundRect(0, 0, size.width, size.height, CORNER_RADIUS);
    surface.fill();
    if (text === "") return;
    // Set only where it can be read.
    const largest = largestSize(text, roomOf(size), shape.fontSize);
    const place = isLegible(largest, scale)
      ? noteKind.textPlace!(shape)
      : placeOf(shape, largest);
    paintPlaced(context, text, place);
  },

  stretch: stretchSize,
  dragOut: dragOutBox,

  textPlace(shape) {
    const { text, font, fontSize } = shape;
    const room = roomOf(shape.size);
    return placeOf(shape, fittingSize({ text, font, room }, fontSize));
  },
};

const marginOf = ({ width }: Size) =>
  MARGIN_SHARE * Math.min(width, DEFAULT_NOTE_SIZE.width);

/** What there is for the text. */
function roomOf(size: Size): Size {
  const margin = marginOf(size);
  return {
    width: Math.max(0, size.width - 2 * margin),
    height: Math.max(0, size.height - 2 * margin),
  };
}

function placeOf(
  { size, font, align, stroke }: NoteShape,
  fontSize: number,
): TextPlace {
  const margin = marginOf(size);
  const room = roomOf(size);
  return {
    box: boxAt(boardPoint(margin, margin), room),
    font,
    fontSize,
    align,
    vertical: "center",
    isCut: true,
    maxWidth: room.width,
    colour: stroke,
  };
}

// Painted in layers: a canvas's own blurred shadow costs far more, and not every surface has it.
function paintShadow(
  surface: Surface,
  { width, height }: Size,
  scale: number,
): void {
  if (SHADOW_BLUR * scale < MIN_SHADOW_PX) return;
  surface.fillStyle = SHADOW_COLOUR;
  for (let layer = 0; layer < SHADOW_LAYERS; layer++) {
    const share = layer / (SHADOW_LAYERS - 1);
    const spread = (SHADOW_BLUR + SHADOW_INSET) * share - SHADOW_INSET;
    surface.beginPath();
    surface.roundRect(
      -spread,
      SHADOW_DROP - spread,
      width + 2 * spread,
      height + 2 * spread,
      Math.max(CORNER_RADIUS, CORNER_RADIUS + spread),
    );
    surface.fill();
  }
}
