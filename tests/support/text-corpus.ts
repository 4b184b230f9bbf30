import { type Random, randomInteger, randomItem } from "@/core/base/random";

const SENTENCES = [
  "",
  "   ",
  "\n\n",
  "One two three four five six seven eight nine ten.",
  "The quick brown fox jumps over the lazy dog; AVATAR, To. We're “quoting” (some) text!",
  "well-known state-of-the-art mother-in-law — and/or 50–60 km/h, e.g. 1,000.50 € or -5 °C",
  "https://example.org/a/very/long/path?query=something&other=1234567890#fragment-of-it",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
  "a\tb\tcolumns\tof\ttext\n\tindented\n    spaces",
  "trailing spaces    \nand more   ",
  "He said: 'What?' -- (then) [left] {quickly}... right?No!Yes",
  "C++ / C# a+b=c 100% #1 @home $5 x*y ~z v1.2.3-beta 2024-05-06 12:30",
  "函数式编程（Functional Programming）是一种“编程范式”，它将电脑运算视为函数运算。",
  "你好，世界！这是一个白板：大家可以一起画、写、想……《红楼梦》——曹雪芹",
  "日本語のテキストは、スペースなしで「改行」されます。ちょっとコーヒーを飲みましょう。",
  "한국어 텍스트는 띄어쓰기로 줄을 바꿉니다, 그렇죠?",
  "Русский текст с переносами слов и длиннющимисловамикоторыененадо",
  "Ελληνικό κείμενο με τόνους και «εισαγωγικά»",
  "Việt ngữ có nhiều dấu thanh điệu",
  "שלום עולם! זהו טקסט בעברית (עם סוגריים) ומספרים 123.",
  "مرحبا بالعالم، هذا نص عربي طويل نسبيا مع 123 رقم.",
  "English first then עברית and العربية mixed 42 together",
  "ภาษาไทยไม่มีการเว้นวรรคระหว่างคำ",
  "👍🏽 emoji 😀😀😀😀😀😀 ♥ end",
  "naïve café Zoë\u00a0Ångström and cafe\u0301",
];

const WORDS =
  "a I to be of the and whiteboard retrospective Kanban, what's next? (idea) sprint-42 TODO: done! AVA Ty. “quoted” it… 3.14 50% €20 x/y über naïve работа задача 你好 世界， 「设计」 テスト 안녕 שלום 😀 👍🏽 🇩🇪 ♥ → — – well-known http://a.b/c?d=e-f".split(
    " ",
  );
const GAPS = [" ", " ", " ", " ", "  ", "\t", "\n", "", "\n\n", "-", "/"];

/**
 * Real sentences of many scripts, then `count` strings of words and gaps between them. Arabic stands in the sentences alone:
 * between other scripts, tabs and numbers, browsers have ways of their own with it.
 */
export function textCorpus(random: Random, count: number): string[] {
  const made = Array.from({ length: count }, () => {
    const length = 1 + randomInteger(random, 14);
    return Array.from(
      { length },
      () => randomItem(random, WORDS) + randomItem(random, GAPS),
    ).join("");
  });
  return [...SENTENCES, ...made];
}
