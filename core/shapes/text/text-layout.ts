import { BoundedCache } from "../bounded-cache";
import { LINE_HEIGHT, type FontName } from "./fonts";
import { advanceOf, lastTrimOf } from "./text-advance";
import { directionOf, type TextDirection } from "./text-direction";
import { textVersion } from "./text-measure";
import { graphemesOf, unitsOf } from "./text-units";

export interface TextToLayOut {
  readonly text: string;
  readonly font: FontName;
  /** Height of a letter in board units. */
  readonly fontSize: number;
  /** Board units; Infinity for lines that end only where the text says so. */
  readonly maxWidth: number;
}

export interface TextLine {
  /** Without the spaces at its end. */
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
  /** Board units. With the spaces at its end, unless they hang over the edge or the line was broken there. */
  readonly width: number;
  /** That of its paragraph. */
  readonly direction: TextDirection;
}

export interface TextLayout {
  readonly lines: readonly TextLine[];
  readonly font: FontName;
  readonly fontSize: number;
  /** Board units. */
  readonly width: number;
  readonly height: number;
  /** Whether a word was too long for a line, and had to be cut. */
  readonly isWordCut: boolean;
}

export const LINE_END = /\r\n|\r|\n/g;
/** Browsers compare widths in such steps of a pixel. */
const WIDTH_STEP = 1 / 64;
/** How far the sum of the words' widths may be off a line's, as a share of it and in letter heights: what meets is kerned, or trimmed. */
const SLACK_SHARE = 0.02;
const SLACK_LETTERS = 0.6;
/** A longer word is not measured as a whole before it is known to be not much too long. */
export const LONG_WORD = 100;
/** Where words may be much wider by themselves than in a line: tabs, pictures, and letters that are joined. */
export const UNEVEN =
  /[\t\p{Extended_Pictographic}\p{Regional_Indicator}\p{Script=Arabic}]/u;

const layouts = new BoundedCache<TextLayout>(20_000);
let layoutsVersion = 0;

/**
 * Breaks text into lines as a browser does for `white-space: pre-wrap; overflow-wrap: anywhere`: at its line ends, between words,
 * and inside those too long for a line. Remembers the answers.
 */
export function layoutText(source: TextToLayOut): TextLayout {
  if (layoutsVersion !== textVersion()) {
    layouts.clear();
    layoutsVersion = textVersion();
  }
  const { text, font, fontSize, maxWidth } = source;
  return layouts.get(`${font} ${fontSize} ${maxWidth} ${text}`, () => {
    const breaker = new LineBreaker(source);
    let start = 0;
    for (const { 0: end, index } of text.matchAll(LINE_END)) {
      breaker.addParagraph(text.slice(start, index), start);
      start = index + end.length;
    }
    breaker.addParagraph(text.slice(start), start);
    return breaker.layout();
  });
}

class LineBreaker {
  readonly #source: TextToLayOut;
  readonly #lines: TextLine[] = [];
  #isWordCut = false;
  #widest = 0;
  #paragraph = "";
  #paragraphStart = 0;
  #direction: TextDirection = "ltr";
  /** The line under way, as a part of the paragraph. */
  #from = 0;
  #to = 0;
  /** Sum of the widths of its words and spaces. */
  #sum = 0;

  constructor(source: TextToLayOut) {
    this.#source = source;
  }

  addParagraph(paragraph: string, start: number): void {
    this.#paragraph = paragraph;
    this.#paragraphStart = start;
    this.#direction = directionOf(paragraph);
    this.#from = this.#to = this.#sum = 0;
    if (this.#source.maxWidth === Infinity) this.#to = paragraph.length;
    else this.#addUnits(unitsOf(paragraph));
    this.#endLine(false);
  }

  layout(): TextLayout {
    const { font, fontSize } = this.#source;
    return {
      lines: this.#lines,
      font,
      fontSize,
      width: this.#widest,
      height: this.#lines.length * fontSize * LINE_HEIGHT,
      isWordCut: this.#isWordCut,
    };
  }

  #addUnits(units: readonly string[]): void {
    for (const unit of units) {
      if (this.#to > this.#from && !this.#fitsAfterLine(unit))
        this.#endLine(true);
      let rest = unit;
      while (!this.#fitsAfterLine(rest)) {
        const head = this.#longestHead(rest);
        // A single letter, if it is too wide, stands over the edge.
        if (head.length >= withoutSpaces(rest).length) break;
        this.#append(head);
        this.#endLine(true);
        this.#isWordCut = true;
        rest = rest.slice(head.length);
        // At the beginning of a line, it may be a minus sign that was a hyphen.
        if (rest.startsWith("-")) {
          this.#addUnits(unitsOf(this.#paragraph.slice(this.#to)));
          return;
        }
      }
      this.#append(rest);
    }
  }

  /** As much of the beginning of a word as fits into a line of its own; at least one letter. */
  #longestHead(word: string): string {
    const letters = this.#firstLetters(word);
    let least = 1;
    let most = letters.length;
    while (least < most) {
      const count = Math.ceil((least + most) / 2);
      const head = letters.slice(0, count).join("");
      if (this.#fits(this.#widthOf(head))) least = count;
      else most = count - 1;
    }
    return letters.slice(0, least).join("");
  }

  /** The letters of a word, but no more than fill the line twice, each measured by itself. */
  #firstLetters(word: string): string[] {
    const letters: string[] = [];
    let sum = 0;
    for (const letter of graphemesOf(withoutSpaces(word))) {
      letters.push(letter);
      sum += this.#widthOf(letter);
      if (sum > 2 * this.#source.maxWidth) break;
    }
    return letters;
  }

  #append(unit: string): void {
    this.#to += unit.length;
    this.#sum += this.#widthOf(unit);
  }

  #fitsAfterLine(unit: string): boolean {
    const { maxWidth, fontSize } = this.#source;
    const word = withoutSpaces(unit);
    // Spaces hang over the end of a line.
    if (word === "") return true;
    if (word.length > LONG_WORD) {
      const letters = this.#firstLetters(word);
      if (letters.join("").length < word.length) return false;
    }
    const line = this.#paragraph.slice(this.#from, this.#to + word.length);
    const sum = this.#sum + this.#widthOf(word);
    const slack = sum * SLACK_SHARE + fontSize * SLACK_LETTERS;
    if (Math.abs(sum - maxWidth) > slack && !UNEVEN.test(line))
      return sum < maxWidth;
    // The browser trims nothing before spaces or at the end of a paragraph.
    const isInside =
      word === unit && this.#to + unit.length < this.#paragraph.length;
    const trim = isInside ? this.#trimOf(line) : 0;
    return this.#fits(this.#widthOf(line) - trim);
  }

  #fits(width: number): boolean {
    return width <= this.#source.maxWidth + WIDTH_STEP;
  }

  #endLine(isBroken: boolean): void {
    const { maxWidth } = this.#source;
    const line = this.#paragraph.slice(this.#from, this.#to);
    const text = withoutSpaces(line);
    let width = this.#widthOf(text);
    if (!this.#fits(width)) width -= this.#trimOf(text);
    else if (!isBroken && line !== text)
      width = Math.max(width, Math.min(this.#widthOf(line), maxWidth));
    this.#lines.push({
      text,
      start: this.#paragraphStart + this.#from,
      width,
      direction: this.#direction,
    });
    this.#widest = Math.max(this.#widest, width);
    this.#from = this.#to;
    this.#sum = 0;
  }

  #trimOf(line: string): number {
    return lastTrimOf(line, this.#source.font, this.#source.fontSize);
  }

  #widthOf(text: string): number {
    return advanceOf(text, this.#source.font, this.#source.fontSize);
  }
}

export const withoutSpaces = (text: string): string =>
  text.replace(/[ \t]+$/, "");
