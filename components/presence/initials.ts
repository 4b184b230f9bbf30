/** Scripts whose names are not split by spaces, and whose one character already says much. */
const IDEOGRAPH =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** One or two letters that stand for a person: `ML` for Merry Lynx, `林` for 林小雨. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = firstLetter(words[0] ?? "");
  if (words.length === 1 || IDEOGRAPH.test(name)) return first;
  return first + firstLetter(words.at(-1) ?? "");
}

// By code point, so that a pair of surrogates is never cut in two.
const firstLetter = (word: string): string =>
  (Array.from(word)[0] ?? "").toUpperCase();
