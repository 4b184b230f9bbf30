/** The classes of the Unicode line breaking algorithm (UAX #14) that matter within a word; the others are folded into these. */
export type LineBreakClass =
  | "AL" // letters, and whatever is in no other class
  | "B2" // em dashes
  | "BA" // break after: dashes
  | "BB" // break before
  | "CL" // closing punctuation
  | "CM" // what belongs to the character before it
  | "CP" // closing parentheses
  | "EB" // emoji that take a skin tone
  | "EM" // skin tones
  | "EX" // exclamation and question marks
  | "GL" // glue: no break on either side
  | "H2" // Hangul syllables without a final consonant
  | "H3" // Hangul syllables with one
  | "HH" // hyphens that are only that
  | "HL" // Hebrew letters
  | "HY" // the hyphen of the keyboard
  | "ID" // ideographs, and what is broken like them
  | "IN" // leaders
  | "IS" // commas, colons, full stops
  | "JL"
  | "JT"
  | "JV"
  | "NS" // what must not begin a line
  | "NU" // digits
  | "OP" // opening punctuation
  | "PO" // signs after a number
  | "PR" // signs before a number
  | "QU" // quotation marks
  | "RI" // half of a flag
  | "SA" // Thai and its kin, whose words only a dictionary knows
  | "SY" // slash
  | "WJ" // word joiner
  | "ZW" // zero-width space
  | "ZWJ"; // zero-width joiner

/** The first that fits wins. Unassigned and private characters are letters. */
const CLASSES: readonly (readonly [LineBreakClass, RegExp])[] = [
  ["ZW", /\u200b/u],
  ["ZWJ", /\u200d/u],
  ["WJ", /[\u2060\ufeff]/u],
  [
    "GL",
    /[\u034f\u035c-\u0362\u1dcd]|[\u00a0\u180e\u2007\u2011\u202f\u0f08\u0f0c\u0f12]/u,
  ],
  [
    "NS",
    /[\u3005\u301c\u303b\u303c\u309b-\u309e\u30a0\u30fb\u30fd\u30fe\u17d6\u203c\u203d\u2047-\u2049\uff1a\uff1b\uff65\uff9e\uff9f\ua015\ufe54\ufe55]/u,
  ],
  // Small kana and the long vowel sign may begin a line, as browsers have it.
  [
    "ID",
    /[\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fc\u31f0-\u31ff\uff67-\uff70]/u,
  ],
  [
    "SA",
    /(?=[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}])[\p{L}\p{M}]/u,
  ],
  ["EM", /\p{Emoji_Modifier}/u],
  [
    "CM",
    /\u3035|[\p{M}\p{Cc}\u061c\u200c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}]/u,
  ],
  ["RI", /\p{Regional_Indicator}/u],
  ["EB", /\p{Emoji_Modifier_Base}/u],
  ["HL", /(?=\p{Script=Hebrew})\p{L}/u],
  ["JL", /[\u1100-\u115f\ua960-\ua97c]/u],
  ["JV", /[\u1160-\u11a7\ud7b0-\ud7c6]/u],
  ["JT", /[\u11a8-\u11ff\ud7cb-\ud7fb]/u],
  [
    "EX",
    /[!?\u05c6\u061b\u061d-\u061f\u06d4\u07f9\u0f0d-\u0f11\u0f14\u1802\u1803\u1808\u1809\u2762\u2763\ufe56\ufe57\uff01\uff1f\ufe15\ufe16]/u,
  ],
  ["IS", /[,.:;\u037e\u0589\u060c\u060d\u07f8\u2044\ufe10\ufe13\ufe14]/u],
  ["SY", /\//u],
  ["HY", /-/u],
  ["HH", /[\u058a\u05be\u1400\u2010\u2012\u2013\u2e17\u2e40\u2e5d]/u],
  ["B2", /[\u2014\u2e3a\u2e3b]/u],
  ["IN", /[\u2024-\u2026\u22ef\ufe19]/u],
  ["QU", /["'\u275b-\u2760\u{1f676}-\u{1f678}]|\p{Pi}|\p{Pf}/u],
  ["CL", /[\u3001\u3002\ufe11\ufe12\ufe50\ufe52\uff0c\uff0e\uff61\uff64]/u],
  ["CP", /[)\]\u2e56\u2e58\u2e5a\u2e5c]/u],
  ["OP", /[\u00a1\u00bf\u201a\u201e\u2e18]|\p{Ps}/u],
  ["CL", /\p{Pe}/u],
  [
    "PO",
    /[%\u00a2\u00b0\u060b\u066a\u0609\u060a\u20a7\u20b6\u20bb\u20be\u2030-\u2037\u2057\u2103\u2109\ufdfc\ufe6a\uff05\uffe0\u09f2\u09f3\u09f9\ua838\u20c0]/u,
  ],
  ["PR", /[+\\\u00b1\u2116\u2212\u2213]|\p{Sc}/u],
  ["NU", /[\u066b\u066c]|(?![\uff10-\uff19])\p{Nd}/u],
  [
    "BA",
    /[|\u00ad\u2000-\u2006\u2008-\u200a\u1680\u2027\u2056\u2058-\u205b\u205d-\u205f\u3000\u2e0e-\u2e15\u2e19\u2e2a-\u2e2d\u2e30\u2e31\u2e33\u2e34\u2e3c-\u2e3e\u2e41\u2e43-\u2e45\u2e48\u2e49\u2e4a\u2e4c\u2e4e\u2e4f\u0964\u0965]/u,
  ],
  [
    "BB",
    /[\u00b4\u02c8\u02cc\u02df\u1806\u1ffd\u0f01-\u0f04\u0f06\u0f07\u0f09\u0f0a]/u,
  ],
  [
    "ID",
    /[\u231a\u231b\u23f0-\u23f3\u2600-\u2603\u2614\u2615\u2618\u261a-\u261f\u2639-\u263b\u2668\u267f\u26bd-\u26c8\u26cd\u26cf-\u26d1\u26d3\u26d4\u26d8\u26d9\u26dc\u26df-\u26e1\u26ea\u26f1-\u26f5\u26f7-\u26fa\u26fd-\u2704\u2708-\u270d\u2764]/u,
  ],
  // Pictures that Unicode takes for symbols.
  [
    "AL",
    /[\u{1f170}\u{1f171}\u{1f17e}\u{1f17f}\u{1f18e}\u{1f191}-\u{1f19a}\u{1f3b5}\u{1f3b6}\u{1f3bc}\u{1f4a0}\u{1f4a2}\u{1f4a4}\u{1f4af}\u{1f4b1}\u{1f4b2}\u{1f500}-\u{1f506}\u{1f517}-\u{1f524}\u{1f532}-\u{1f53d}\u{1f549}]/u,
  ],
  [
    "ID",
    /(?=[\u{1f000}-\u{1f0ff}\u{1f200}-\u{1faff}])[\p{Extended_Pictographic}\p{So}]/u,
  ],
  [
    "ID",
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Tangut}\u2ff0-\u2fff\u3000-\u33ff\uff01-\uffe6\ufe30-\ufe6f]/u,
  ],
];

const classes = new Map<number, LineBreakClass>();

/** The class of a code point. */
export function lineBreakClassOf(codePoint: number): LineBreakClass {
  const known = classes.get(codePoint);
  if (known !== undefined) return known;
  const found = find(codePoint);
  classes.set(codePoint, found);
  return found;
}

function find(codePoint: number): LineBreakClass {
  // Hangul syllables: one in 28 is without a final consonant.
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3)
    return (codePoint - 0xac00) % 28 === 0 ? "H2" : "H3";
  const character = String.fromCodePoint(codePoint);
  return CLASSES.find(([, pattern]) => pattern.test(character))?.[0] ?? "AL";
}
