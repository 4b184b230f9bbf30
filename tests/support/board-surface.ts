import { type Box, boxOf, expand, unionOf } from "@/core/geometry/box";
import { boardPoint, type BoardPoint } from "@/core/geometry/point";
import type { Surface } from "@/core/shapes/paint-context";

/** Widths of letters, in font sizes, of a font in which all are alike; a CJK one is as wide as high. */
const LETTER_WIDTH = 0.5;

/** What was painted, in the order of painting. */
type Mark =
  | { readonly fill: unknown }
  | { readonly stroke: unknown; readonly width: number }
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

  readonly marks: Mark[] = [];
  /** How often a text was measured. */
  measured = 0;
  #painted: Box | undefined;
  #path: BoardPoint[] = [];

  /** Around everything painted; undefined before. */
  get painted(): Box | undefined {
    return this.#painted;
  }

  get texts(): string[] {
    return this.marks.flatMap((mark) => ("text" in mark ? [mark.text] : []));
  }

  save(): void {}
  restore(): void {}
  translate(): void {}
  closePath(): void {}

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
    this.marks.push({ stroke: this.strokeStyle, width: this.lineWidth });
    const box = boxOf(this.#path);
    this.#cover(box && expand(box, this.lineWidth / 2));
  }

  fillText(text: string, x: number, y: number): void {
    this.marks.push({ text, x, y });
    const width = this.#widthOf(text);
    const left = this.textAlign === "center" ? x - width / 2 : x;
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
    if (box) this.#painted = this.#painted ? unionOf(this.#painted, box) : box;
  }
}
