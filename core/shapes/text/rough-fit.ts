import type { Size } from "../../geometry/size";
import { LINE_HEIGHT, type FontName } from "./fonts";
import { LINE_END, LONG_WORD, UNEVEN, withoutSpaces } from "./text-layout";
import { widthOf } from "./text-measure";
import { unitsOf } from "./text-units";

/** Letters that are not twice as high may not be quite twice as wide. */
const SCALING_SHARE = 0.96;
/** What a browser may leave out at the end of a line, in letter heights. */
const TRIM_LETTERS = 0.5;

/** What is known of a text in any font size after it has been measured in one: where it surely does not fit, without laying it out. */
export class RoughFit {
  /** The widths of each paragraph's words together, and that of the widest word; both as shares of the font size. */
  readonly #paragraphs: readonly number[];
  readonly #widest: number;

  /** Undefined where nothing can be known. */
  static of(text: string, font: FontName, fontSize: number) {
    if (UNEVEN.test(text)) return undefined;
    const paragraphs = text
      .split(LINE_END)
      .map((paragraph) => unitsOf(paragraph).map(withoutSpaces));
    const isLong = paragraphs.some((words) =>
      words.some(({ length }) => length > LONG_WORD),
    );
    if (isLong) return undefined;
    const shares = paragraphs.map((words) =>
      words.map((word) => widthOf(word, font, fontSize) / fontSize),
    );
    return new RoughFit(shares);
  }

  private constructor(shares: readonly (readonly number[])[]) {
    this.#paragraphs = shares.map(
      (words) => SCALING_SHARE * words.reduce((sum, share) => sum + share, 0),
    );
    this.#widest = SCALING_SHARE * Math.max(0, ...shares.flat());
  }

  /** Whether a word has to be cut. */
  cutsWord(fontSize: number, { width }: Size): boolean {
    return (this.#widest - TRIM_LETTERS) * fontSize > width;
  }

  isTooHigh(fontSize: number, { width, height }: Size): boolean {
    const most = width / fontSize + TRIM_LETTERS;
    let lines = 0;
    for (const share of this.#paragraphs)
      lines += Math.max(1, Math.ceil(share / most));
    return lines * fontSize * LINE_HEIGHT > height;
  }
}
