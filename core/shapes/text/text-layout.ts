import { BoundedCache } from "../bounded-cache";
import type { Surface } from "../paint-context";
import { graphemesOf, unitsOf } from "./text-units";

/** From one line's baseline to the next, in letter heights. */
export const LINE_HEIGHT = 1.25;

/** The CSS font that the board is written in. `fontSize` in board units. */
export const boardFont = (fontSize: number): string =>
  `${fontSize}px "Figtree Variable", "Noto Sans SC", system-ui, sans-serif`;

export interface TextLayout {
  readonly lines: readonly string[];
  readonly fontSize: number;
  /** Board units. */
  readonly width: number;
  readonly height: number;
  /** Whether a word was too long for a line, and had to be cut. */
  readonly isWordCut: boolean;
}

const widths = new BoundedCache<number>(20_000);
const layouts = new BoundedCache<TextLayout>(20_000);

/** To be called when a font has arrived: everything measured with the one that stood in for it is wrong. */
export function forgetTextLayouts(): void {
  widths.clear();
  layouts.clear();
}

/** Breaks `text` into lines of at most `maxWidth` (board units): at its line ends, between words, and inside those too long. */
export function layoutText(
  surface: Surface,
  text: string,
  fontSize: number,
  maxWidth: number,
): TextLayout {
  return layouts.get(`${fontSize} ${maxWidth} ${text}`, () => {
    surface.font = boardFont(fontSize);
    const breaker = new LineBreaker(surface, fontSize, maxWidth);
    for (const line of text.split(/\r\n|\r|\n/)) breaker.addLine(line);
    return breaker.layout();
  });
}

class LineBreaker {
  readonly #surface: Surface;
  readonly #fontSize: number;
  readonly #maxWidth: number;
  readonly #lines: string[] = [];
  #isWordCut = false;
  #widest = 0;
  #line = "";
  /** With the spaces at its end; `#inked` is without them. */
  #width = 0;
  #inked = 0;

  constructor(surface: Surface, fontSize: number, maxWidth: number) {
    this.#surface = surface;
    this.#fontSize = fontSize;
    this.#maxWidth = maxWidth;
  }

  addLine(line: string): void {
    for (const unit of unitsOf(line)) this.#addUnit(unit);
    this.#endLine();
  }

  layout(): TextLayout {
    return {
      lines: this.#lines,
      fontSize: this.#fontSize,
      width: this.#widest,
      height: this.#lines.length * this.#fontSize * LINE_HEIGHT,
      isWordCut: this.#isWordCut,
    };
  }

  #addUnit(unit: string): void {
    const width = this.#measure(unit);
    if (unit.trim() === "") {
      // Spaces hang over the end of a line, and never begin a broken one.
      this.#line += unit;
      this.#width += width;
    } else if (this.#width + width <= this.#maxWidth) {
      this.#append(unit, width);
    } else if (width <= this.#maxWidth) {
      this.#endLine();
      this.#append(unit, width);
    } else {
      this.#addLongWord(unit);
    }
  }

  #addLongWord(word: string): void {
    if (this.#inked > 0) this.#endLine();
    for (const grapheme of graphemesOf(word)) {
      const width = this.#measure(grapheme);
      if (this.#inked > 0 && this.#width + width > this.#maxWidth) {
        this.#endLine();
        this.#isWordCut = true;
      }
      this.#append(grapheme, width);
    }
  }

  #append(unit: string, width: number): void {
    this.#line += unit;
    this.#width += width;
    this.#inked = this.#width;
  }

  #endLine(): void {
    this.#lines.push(this.#line.trimEnd());
    this.#widest = Math.max(this.#widest, this.#inked);
    this.#line = "";
    this.#width = this.#inked = 0;
  }

  #measure(unit: string): number {
    return widths.get(
      `${this.#fontSize} ${unit}`,
      () => this.#surface.measureText(unit).width,
    );
  }
}
