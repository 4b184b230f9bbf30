import {
  baselineOf,
  fontFamilyOf,
  LINE_HEIGHT,
  type FontName,
} from "@/core/shapes/text/fonts";
import { TAB_SIZE } from "@/core/shapes/text/text-advance";
import {
  topOf,
  type TextAlign,
  type VerticalAlign,
} from "@/core/shapes/text/text-block";
import { layoutText } from "@/core/shapes/text/text-layout";
import { textVersion } from "@/core/shapes/text/text-measure";

/** Where text stands on the screen that `paintText` paints in a room of this size. */
export interface TextPlace {
  /** The room's top left corner before it is turned, in CSS pixels of the host. */
  readonly left: number;
  readonly top: number;
  /** Board units, as everything below. */
  readonly width: number;
  readonly height: number;
  /** CSS pixels per board unit. */
  readonly zoom: number;
  /** Radians, clockwise, around the room's middle. */
  readonly angle: number;
  readonly font: FontName;
  readonly fontSize: number;
  readonly align: TextAlign;
  readonly verticalAlign: VerticalAlign;
  /** A CSS colour. */
  readonly colour: string;
  /** Where lines are broken; undefined for lines that end only where the text says so, and make their room wider. */
  readonly maxWidth: number | undefined;
}

/** Around the room, in letter heights: there a caret at the end of a line is not out of sight, and scrolls nothing. */
const MARGIN = 0.5;
/** Browsers compare widths in such steps of a pixel. */
const WIDTH_STEP = 1 / 64;
/** Which share of the room that is left over is before the text. */
const FREE_BEFORE = { start: 0, center: 0.5, end: 1 };

/** What never changes. The language is fixed because lines are broken by its rules, and everybody's lines are the same. */
export function styleTextField(field: HTMLTextAreaElement): void {
  field.lang = "en";
  field.wrap = "soft";
  Object.assign(field.style, {
    position: "absolute",
    inset: "0 auto auto 0",
    boxSizing: "content-box",
    minWidth: "0",
    minHeight: "0",
    maxWidth: "none",
    maxHeight: "none",
    margin: "0",
    border: "0",
    borderRadius: "0",
    outline: "none",
    background: "none",
    boxShadow: "none",
    appearance: "none",
    resize: "none",
    overflow: "hidden",
    cursor: "text",
    transformOrigin: "0 0",
    fontKerning: "normal",
    textRendering: "geometricPrecision",
    letterSpacing: "normal",
    wordSpacing: "normal",
    textIndent: "0",
    textTransform: "none",
    overflowWrap: "anywhere",
    wordBreak: "normal",
    lineBreak: "auto",
    hyphens: "none",
    direction: "ltr",
    unicodeBidi: "plaintext",
    tabSize: String(TAB_SIZE),
  } satisfies Partial<CSSStyleDeclaration>);
  field.style.setProperty("text-size-adjust", "none");
}

/** Lays the field over its text, letter upon letter. To be called again whenever the text or its place has changed. */
export function placeTextField(
  field: HTMLTextAreaElement,
  place: TextPlace,
): void {
  const { font, fontSize, maxWidth = Infinity, align } = place;
  const layout = layoutText({ text: field.value, font, fontSize, maxWidth });
  const isAuto = maxWidth === Infinity;
  const width = isAuto ? Math.max(place.width, layout.width) : maxWidth;
  const left = (place.width - width) * FREE_BEFORE[align];
  const top = topOf(layout.height, place.height, place.verticalAlign);

  const scale = fieldScaleOf(fontSize);
  const margin = Math.ceil(MARGIN * fontSize);
  const wholeTop = Math.floor(top * scale);
  const height = Math.max(layout.height, place.height - top) * scale;
  Object.assign(field.style, {
    font: fieldFontOf(font, fontSize),
    whiteSpace: isAuto ? "pre" : "pre-wrap",
    textAlign: align,
    color: place.colour,
    caretColor: place.colour,
    padding: `${wholeTop + margin}px ${margin}px ${margin}px`,
    width: `${width * scale + WIDTH_STEP}px`,
    height: `${height}px`,
    transform: transformOf(place, {
      scale,
      x: left * scale - margin,
      // A browser rounds where a line begins, but not this.
      y: top * scale - wholeTop - margin + baselineShift(field, font, fontSize),
    }),
  } satisfies Partial<CSSStyleDeclaration>);
  // It has scrolled if the caret came to a place before there was room for it.
  field.scrollTop = field.scrollLeft = 0;
}

/** `x` and `y` are the field's corner from the room's, in the field's own pixels. */
function transformOf(
  { left, top, width, height, zoom, angle }: TextPlace,
  { scale, x, y }: { scale: number; x: number; y: number },
): string {
  const middleX = (width / 2) * zoom;
  const middleY = (height / 2) * zoom;
  return [
    `translate(${left + middleX}px, ${top + middleY}px)`,
    `rotate(${angle}rad)`,
    `translate(${-middleX}px, ${-middleY}px)`,
    `scale(${zoom / scale})`,
    `translate(${x}px, ${y}px)`,
  ].join(" ");
}

/** The field's pixels per board unit: close to 1, and such that its lines are whole pixels high, because a browser rounds where each begins. */
function fieldScaleOf(fontSize: number): number {
  const lineHeight = fontSize * LINE_HEIGHT;
  return Math.max(1, Math.round(lineHeight)) / lineHeight;
}

function fieldFontOf(font: FontName, fontSize: number): string {
  const size = fontSize * fieldScaleOf(fontSize);
  const lineHeight = Math.round(size * LINE_HEIGHT);
  return `${size}px / ${lineHeight}px ${fontFamilyOf(font)}`;
}

let known = { key: "", shift: 0 };

/** How much lower our baseline is than the browser's, which rounds the measures of the font; in the field's pixels. */
function baselineShift(
  field: HTMLTextAreaElement,
  font: FontName,
  fontSize: number,
): number {
  const key = `${font} ${fontSize} ${textVersion()}`;
  if (known.key === key) return known.shift;
  const line = field.ownerDocument.createElement("div");
  Object.assign(line.style, {
    position: "absolute",
    visibility: "hidden",
    whiteSpace: "pre",
    textRendering: "geometricPrecision",
    font: fieldFontOf(font, fontSize),
  } satisfies Partial<CSSStyleDeclaration>);
  const mark = field.ownerDocument.createElement("span");
  mark.style.display = "inline-block";
  line.append("x", mark);
  field.parentElement?.append(line);
  const baseline =
    mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
  line.remove();
  const wanted = baselineOf(font, fontSize) * fieldScaleOf(fontSize);
  known = { key, shift: wanted - baseline };
  return known.shift;
}
