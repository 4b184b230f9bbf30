import { describe, expect, it } from "vitest";
import { randomInteger, seededRandom } from "@/core/base/random";
import { fitText, type TextToFit } from "@/core/shapes/text/text-block";
import { layoutText, type TextLayout } from "@/core/shapes/text/text-layout";
import { boardSeeds } from "../../../../support/board-seeds";

const FONT_SIZES = [36, 28, 24, 20, 18, 16, 14, 12, 11, 10];
const WORDS = [
  ..."a quick brown fox jumps over the lazy dog".split(" "),
  "well-known",
  "internationalisation",
  "「引用」",
  "東京特許許可局",
  "مرحبا",
  "👩‍👩‍👧",
  "a\tb",
  "\n",
  "  ",
];

/** What `fitText` promises, by trying everything. */
function fitByTrying({ text, font, fontSizes, room }: TextToFit): TextLayout {
  const layouts = fontSizes.map((fontSize) =>
    layoutText({ text, font, fontSize, maxWidth: room.width }),
  );
  const fitting = layouts.filter(
    ({ width, height }) => width <= room.width && height <= room.height,
  );
  const whole = fitting.find(({ isWordCut }) => !isWordCut);
  return whole ?? fitting[0] ?? layouts.at(-1)!;
}

describe("text that is fitted into a room", () => {
  it.each(boardSeeds())(
    "is laid out as if every font size had been tried (seed %i)",
    (seed) => {
      const random = seededRandom(seed);
      for (let i = 0; i < 40; i++) {
        const words = Array.from(
          { length: 1 + randomInteger(random, 30) },
          () => WORDS[randomInteger(random, WORDS.length)],
        );
        const toFit: TextToFit = {
          text: words.join(" "),
          font: "sans",
          fontSizes: FONT_SIZES,
          room: {
            width: 5 + randomInteger(random, 300),
            height: 5 + randomInteger(random, 300),
          },
        };
        expect(fitText(toFit)).toEqual(fitByTrying(toFit));
      }
    },
  );
});
