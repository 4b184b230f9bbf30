const CJK =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u3001-\\u303f\\uff01-\\uffee";
/** Must not end a line. */
const OPENING = "「『（【《〈〔［｛";
/** Must not begin a line. */
const CLOSING = "、。，．！？：；）」』】》〉〕］｝…ー々";

const UNIT = new RegExp(
  [
    "\\s+",
    `[${OPENING}]*[${CJK}]\\p{M}*[${CLOSING}]*`,
    `[^\\s${CJK}]+[${CLOSING}]*`,
  ].join("|"),
  "gu",
);

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Cuts a line of text into the pieces between which it may be broken: words, the spaces between them, and single characters of
 * Chinese, Japanese and Korean with the punctuation that clings to them. Joined, they give the line again.
 */
export const unitsOf = (line: string): readonly string[] =>
  line.match(UNIT) ?? [];

/** The characters as a reader counts them: an emoji with all its parts is one. */
export const graphemesOf = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);
