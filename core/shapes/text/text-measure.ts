import type { Dispose } from "../../base/disposable";
import { BoundedCache } from "../bounded-cache";
import { fontOf, type FontName } from "./fonts";
import { lineBreakClassOf } from "./line-break-class";

/** Tells how wide text is. A browser asks a canvas; without one, an estimate has to do. */
export interface TextMeasurer {
  /** Width of one line of `text` in the CSS font `font`, in its pixels. */
  width(text: string, font: string): number;
}

const widths = new BoundedCache<number>(50_000);
let measurer: TextMeasurer = { width: estimatedWidth };
let version = 0;

/** Measures with `next` from now on, or until the returned function is called. Everything measured before is forgotten. */
export function measureWith(next: TextMeasurer): Dispose {
  const before = measurer;
  const measure = (chosen: TextMeasurer) => {
    measurer = chosen;
    forgetTextLayouts();
  };
  measure(next);
  return () => measure(before);
}

/** To be called when a font has arrived: everything measured with the one that stood in for it is wrong. */
export function forgetTextLayouts(): void {
  widths.clear();
  version++;
}

/** Another number whenever text may have another size than before. */
export const textVersion = (): number => version;

/** Width of `text`, which has neither line ends nor tabs; board units. */
export const widthOf = (
  text: string,
  font: FontName,
  fontSize: number,
): number =>
  widths.get(`${font} ${fontSize} ${text}`, () =>
    measurer.width(text, fontOf(font, fontSize)),
  );

const LETTER_WIDTH = 0.55;

function estimatedWidth(text: string, font: string): number {
  let letters = 0;
  for (const character of text) {
    const cls = lineBreakClassOf(character.codePointAt(0)!);
    if (["CM", "ZWJ", "ZW", "WJ", "EM"].includes(cls)) continue;
    const isWide = ["ID", "EB", "H2", "H3", "NS"].includes(cls);
    letters += isWide || character >= "\u3000" ? 1 : LETTER_WIDTH;
  }
  return letters * Number.parseFloat(font);
}
