import { lineBreakClassOf, type LineBreakClass } from "./line-break-class";

/** A character with the marks that belong to it. */
interface Cluster {
  /** Offset in the word. */
  readonly at: number;
  readonly codePoint: number;
  readonly class: LineBreakClass;
  /** The class of the last mark, or of the character itself. */
  readonly end: LineBreakClass;
}

/**
 * Where a line may break within `word`, which has no spaces: offsets of what would begin the next line, by the Unicode line
 * breaking algorithm (UAX #14, version 16). A rule here is named as it is there.
 */
export function unicodeBreaksOf(word: string): readonly number[] {
  const clusters = clustersOf(word);
  const breaks: number[] = [];
  for (let i = 1; i < clusters.length; i++)
    if (mayBreakBefore(clusters, i)) breaks.push(clusters[i]!.at);
  return breaks;
}

/** LB9 and LB10: a mark takes part in nothing, except that one with nothing before it is a letter. */
function clustersOf(word: string): readonly Cluster[] {
  const clusters: Cluster[] = [];
  let at = 0;
  for (const character of word) {
    const codePoint = character.codePointAt(0)!;
    const cls = lineBreakClassOf(codePoint);
    const last = clusters.at(-1);
    const isMark = cls === "CM" || cls === "ZWJ";
    if (isMark && last && last.class !== "ZW")
      clusters[clusters.length - 1] = { ...last, end: cls };
    else clusters.push({ at, codePoint, class: isMark ? "AL" : cls, end: cls });
    at += character.length;
  }
  return clusters;
}

type Classes = readonly LineBreakClass[];
const LETTERS: Classes = ["AL", "HL", "SA"];
const IDEOGRAPHS: Classes = ["ID", "EB", "EM"];
const HANGUL: Classes = ["JL", "JV", "JT", "H2", "H3"];
const HYPHENS: Classes = ["HY", "HH"];
const NEVER_FIRST: Classes = ["CL", "CP", "EX", "SY", "IS", "ZW", "WJ"];
const NEVER_FIRST_AFTER_ALL_ELSE: Classes = ["BA", "HH", "HY", "NS", "IN"];
/** What may follow a closing quotation mark for it to count as one. */
const AFTER_CLOSING_QUOTE: Classes = [
  ...["GL", "WJ", "CL", "QU", "CP", "EX", "IS", "SY", "ZW"],
] as Classes;

function mayBreakBefore(all: readonly Cluster[], i: number): boolean {
  const before = all[i - 1]!;
  const after = all[i]!;
  const [a, b] = [before.class, after.class];
  if (b === "ZW") return false; // LB7
  if (a === "ZW") return true; // LB8
  if (before.end === "ZWJ") return false; // LB8a
  if (a === "WJ" || a === "GL") return false; // LB11, LB12
  if (b === "GL") return a === "BA" || HYPHENS.includes(a); // LB12a
  if (NEVER_FIRST.includes(b)) return false; // LB11, LB13, LB15d
  if (a === "OP") return false; // LB14
  if (isBoundByQuote(all, i)) return false; // LB15a, LB15b, LB19, LB19a
  if ((a === "CL" || a === "CP") && b === "NS") return false; // LB16
  if (a === "B2" && b === "B2") return false; // LB17
  if (HYPHENS.includes(a)) {
    const previous = all[i - 2]?.class;
    if (LETTERS.includes(b) && (!previous || previous === "GL")) return false; // LB20a
    if (previous === "HL" && b !== "HL") return false; // LB21a
  }
  if (NEVER_FIRST_AFTER_ALL_ELSE.includes(b) || a === "BB") return false; // LB21, LB22
  if (a === "SY" && b === "HL") return false; // LB21b
  if (isOneNumberOrWord(all, i)) return false; // LB23 to LB28
  if (a === "IS" && LETTERS.includes(b)) return false; // LB29
  const isWordish = (cls: LineBreakClass) =>
    cls === "NU" || LETTERS.includes(cls);
  if (isWordish(a) && b === "OP") return isEastAsian(after); // LB30
  if (a === "CP" && isWordish(b)) return isEastAsian(before);
  if (a === "RI" && b === "RI") return flagHalvesBefore(all, i) % 2 === 0; // LB30a
  if (a === "EB" && b === "EM") return false; // LB30b
  return true;
}

function isBoundByQuote(all: readonly Cluster[], i: number): boolean {
  const [previous, before] = [all[i - 2], all[i - 1]!];
  const [after, next] = [all[i]!, all[i + 1]];
  if (before.class === "QU") {
    const isOpening = is(before, /\p{Pi}/u);
    const mayOpen =
      !previous || ["OP", "QU", "GL", "ZW"].includes(previous.class);
    if (isOpening && mayOpen) return true;
    if (!is(before, /\p{Pf}/u)) return true;
    return !isEastAsian(after) || !previous || !isEastAsian(previous);
  }
  if (after.class !== "QU") return false;
  const isClosing = is(after, /\p{Pf}/u);
  if (isClosing && (!next || AFTER_CLOSING_QUOTE.includes(next.class)))
    return true;
  if (!is(after, /\p{Pi}/u)) return true;
  return !isEastAsian(before) || !next || !isEastAsian(next);
}

function isOneNumberOrWord(all: readonly Cluster[], i: number): boolean {
  const [a, b] = [all[i - 1]!.class, all[i]!.class];
  const next = all[i + 1]?.class;
  const isAffix = (cls: LineBreakClass) => cls === "PR" || cls === "PO";
  if (LETTERS.includes(a))
    return LETTERS.includes(b) || b === "NU" || isAffix(b); // LB28, LB23, LB24
  if (a === "NU" && LETTERS.includes(b)) return true; // LB23
  if (a === "PR" && (IDEOGRAPHS.includes(b) || HANGUL.includes(b))) return true; // LB23a, LB27
  if ((IDEOGRAPHS.includes(a) || HANGUL.includes(a)) && b === "PO") return true;
  if (isAffix(a) && LETTERS.includes(b)) return true; // LB24

  // LB25
  if (isAffix(a) && b === "NU") return true;
  if (isAffix(a) && b === "OP")
    return next === "NU" || (next === "IS" && all[i + 2]?.class === "NU");
  if (isAffix(b)) return endsNumber(all, i, a === "CL" || a === "CP");
  if (b === "NU" && (a === "HY" || a === "IS")) return true;
  if (b === "NU" && (a === "NU" || a === "SY"))
    return endsNumber(all, i, false);

  // LB26
  if (a === "JL") return ["JL", "JV", "H2", "H3"].includes(b);
  if (a === "JV" || a === "H2") return b === "JV" || b === "JT";
  return (a === "JT" || a === "H3") && b === "JT";
}

/** Whether what stands before `i` is a number, with signs between its digits and, if `isClosed`, a bracket after it. */
function endsNumber(
  all: readonly Cluster[],
  i: number,
  isClosed: boolean,
): boolean {
  let k = isClosed ? i - 2 : i - 1;
  while (all[k]?.class === "SY" || all[k]?.class === "IS") k--;
  return all[k]?.class === "NU";
}

function flagHalvesBefore(all: readonly Cluster[], i: number): number {
  let count = 0;
  while (all[i - 1 - count]?.class === "RI") count++;
  return count;
}

const is = ({ codePoint }: Cluster, pattern: RegExp): boolean =>
  pattern.test(String.fromCodePoint(codePoint));

const EAST_ASIAN =
  /[\u1100-\u115f\u231a\u231b\u23e9-\u23ec\u2614\u2615\u2648-\u2653\u2705\u2728\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uffee\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const isEastAsian = (cluster: Cluster): boolean => is(cluster, EAST_ASIAN);
