import {
  type Box,
  boxOf,
  expand,
  overlaps,
  unionOf,
} from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { TextMeasurer } from "@/core/shapes/text/text-measure";
import type { Surface } from "@/core/shapes/paint-context";

/** Widths of letters, in font sizes, of a font in which all are alike; a CJK one is as wide as high. */
const LETTER_WIDTH = 0.5;

/** What was painted, in the order of painting. */
type Mark =
  | { readonly fill: unknown }
  | {
      readonly stroke: unknown;
      readonly width: number;
      readonly dash: readonly number[];
    }
  | { readonly text: string; readonly x: number; readonly y: number };

/** A surface that paints nothing and remembers what it was asked for. */
export class BoardSurface implements Surface {
  fillStyle: unknown = "#000000";
  strokeStyle: unknown = "#000000";
  lineWidth = 1;
  lineCap: Surface["lineCap"] = "butt";
  lineJoin: Surface["lineJoin"] = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign: Surface["textAlign"] = "start";
  textBaseline: Surface["textBaseline"] = "alphabetic";
  direction: NonNullable<Surface["direction"]> = "inherit";
  textRendering: NonNullable<Surface["textRendering"]> = "auto";

  readonly marks: Mark[] = [];
  /** How often a text was measured. */
  measured = 0;
  #painted: Box | undefined;
  #path: BoardPoint[] = [];
  #dash: readonly number[] = [];
  #clip: Box | undefined;
  readonly #savedClips: (Box | undefined)[] = [];

  /** Around everything painted; undefined before. */
  get painted(): Box | undefined {
    return this.#painted;
  }

  get texts(): string[] {
    return this.marks.flatMap((mark) => ("text" in mark ? [mark.text] : []));
  }

  translate(): void {}
  closePath(): void {}

  /** Of what a surface remembers only the clip. */
  save(): void {
    this.#savedClips.push(this.#clip);
  }

  restore(): void {
    this.#clip = this.#savedClips.pop();
  }

  /** To the box of the path. */
  clip(): void {
    const box = boxOf(this.#path);
    this.#clip = box && this.#clip ? intersectionOf(this.#clip, box) : box;
  }

  setLineDash(segments: number[]): void {
    this.#dash = segments;
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(boardPoint(x, y));
  }

  lineTo(x: number, y: number): void {
    this.#path.push(boardPoint(x, y));
  }

  /** Within its three corners. */
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.#path.push(boardPoint(cx, cy), boardPoint(x, y));
  }

  ellipse(x: number, y: number, radiusX: number, radiusY: number): void {
    this.rect(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(boardPoint(x, y), boardPoint(x + width, y + height));
  }

  roundRect(x: number, y: number, width: number, height: number): void {
    this.rect(x, y, width, height);
  }

  fill(): void {
    this.marks.push({ fill: this.fillStyle });
    this.#cover(boxOf(this.#path));
  }

  stroke(): void {
    const { strokeStyle: stroke, lineWidth: width } = this;
    this.marks.push({ stroke, width, dash: this.#dash });
    const box = boxOf(this.#path);
    this.#cover(box && expand(box, this.lineWidth / 2));
  }

  fillText(text: string, x: number, y: number): void {
    this.marks.push({ text, x, y });
    const width = this.#widthOf(text);
    const left = x - width * shareBefore(this.textAlign);
    this.#cover({
      minX: left,
      maxX: left + width,
      minY: y - 0.75 * this.#fontSize,
      maxY: y + 0.2 * this.#fontSize,
    });
  }

  measureText(text: string): { readonly width: number } {
    this.measured++;
    return { width: this.#widthOf(text) };
  }

  get #fontSize(): number {
    return Number.parseFloat(this.font);
  }

  #widthOf(text: string): number {
    const letters = [...text];
    const wide = letters.filter((letter) => letter >= "\u3000").length;
    return this.#fontSize * (LETTER_WIDTH * (letters.length - wide) + wide);
  }

  #cover(box: Box | undefined): void {
    const clip = this.#clip;
    if (!box || (clip && !overlaps(clip, box))) return;
    const seen = clip ? intersectionOf(clip, box) : box;
    this.#painted = this.#painted ? unionOf(this.#painted, seen) : seen;
  }
}

/** How much of a text lies before its anchor. */
function shareBefore(align: Surface["textAlign"]): number {
  if (align === "center") return 0.5;
  return align === "right" || align === "end" ? 1 : 0;
}

/** Of two boxes that overlap. */
const intersectionOf = (a: Box, b: Box): Box => ({
  minX: Math.max(a.minX, b.minX),
  minY: Math.max(a.minY, b.minY),
  maxX: Math.min(a.maxX, b.maxX),
  maxY: Math.min(a.maxY, b.maxY),
});
/** Measures as `surface` does, so that text is laid out in its font. */
export const measurerOn = (surface: BoardSurface): TextMeasurer => ({
  width(text, font) {
    surface.font = font;
    return surface.measureText(text).width;
  },
});
