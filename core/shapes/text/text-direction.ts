export type TextDirection = "ltr" | "rtl";

/** The first of these tells the direction: letters, and the marks that only tell one. */
const STRONG = /[\p{L}\u200e\u200f\u061c]/u;
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The direction of a paragraph, told by its first letter as CSS's `unicode-bidi: plaintext` does. Left to right without letters. */
export function directionOf(paragraph: string): TextDirection {
  const first = STRONG.exec(paragraph)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
