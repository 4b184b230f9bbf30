import { lineBreakClassOf } from "./line-break-class";
import { unicodeBreaksOf } from "./line-break-rules";

/** A word, then the spaces and tabs after it. */
const SPACED_WORD = /([^ \t]*)[ \t]*/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

/**
 * Cuts a line of text into the pieces between which it may be broken, each with the spaces after it. Joined, they give the line
 * again. Breaks are where a browser makes them: Chromium's own for what is on a keyboard, and Unicode's for the rest.
 */
export function unitsOf(line: string): readonly string[] {
  const units: string[] = [];
  for (const [spaced, word] of line.matchAll(SPACED_WORD)) {
    if (spaced === "") continue;
    let from = 0;
    for (const at of breaksOf(word!)) {
      units.push(spaced.slice(from, at));
      from = at;
    }
    units.push(spaced.slice(from));
  }
  return units;
}

/** The characters as a reader counts them: an emoji with all its parts is one. Found one by one, as they are asked for. */
export function* graphemesOf(text: string): Iterable<string> {
  for (const { segment } of graphemes.segment(text)) yield segment;
}

const ONLY_LETTERS =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d]*$/u;
const OFF_KEYBOARD = /[^!-~]/u;
/** Written without spaces between words. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Where `word`, which has no spaces, may be broken. */
function breaksOf(word: string): readonly number[] {
  if (ONLY_LETTERS.test(word)) return [];
  const breaks: number[] = [];
  for (let i = 1; i < word.length; i++)
    if (isKeyboardPair(word, i) && breaksKeyboardPair(word, i)) breaks.push(i);
  if (!OFF_KEYBOARD.test(word)) return breaks;
  for (const at of unicodeBreaksOf(word))
    if (!isKeyboardPair(word, at)) breaks.push(at);
  if (UNSPACED.test(word)) breaks.push(...unspacedBreaksOf(word));
  return breaks.sort((a, b) => a - b);
}

const isKeyboardPair = (word: string, i: number): boolean =>
  !OFF_KEYBOARD.test(word[i - 1]! + word[i]!);

/** After a hyphen or a question mark, and before an opening bracket; with the exceptions that browsers have agreed on. */
function breaksKeyboardPair(word: string, i: number): boolean {
  const [before, after] = [word[i - 1]!, word[i]!];
  if (before === "-" && /\d/.test(after))
    return /[0-9A-Za-z]/.test(word[i - 2] ?? "");
  if ("(<[{".includes(after))
    return !/[\w$'(/<@[^`{]/.test(before) || before === "-";
  if (before === "-") return !/[!$),./:;?\]}]/.test(after);
  return before === "?" && !/[!"'),./:;?\]}]/.test(after);
}

function unspacedBreaksOf(word: string): readonly number[] {
  const isUnspaced = (at: number) =>
    lineBreakClassOf(word.codePointAt(at)!) === "SA";
  return Array.from(words.segment(word), ({ index }) => index).filter(
    (at) => at > 0 && isUnspaced(at) && isUnspaced(at - 1),
  );
}
