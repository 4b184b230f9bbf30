import { expect, test } from "@playwright/test";

import { seededRandom } from "@/core/base/random";
import type { FontName } from "@/core/shapes/text/fonts";
import { effort } from "../support/effort";
import { textCorpus } from "../support/text-corpus";
import { openTextPage } from "../support/text-page";

const SEED = 4;
/** Of fewer, one that is cut elsewhere would be a large share. */
const FEWEST_TEXTS = 100;
/** Where a word is cut in two, the browser looks at how its letters are kerned with the next ones, and may cut a letter before or after. */
const DIFFERENT_CUTS = 0.03;
/** Machines without Chinese, Korean or Arabic fonts still have letters for so many of the texts. */
const LEAST_DRAWABLE = 0.3;
const MAX_WIDTHS = [52, 97, 184, 333];
const fonts: FontName[] = ["hand", "sans", "mono"];

for (const font of fonts) {
  test(`lines of "${font}" break where the browser breaks them`, async ({
    page,
  }) => {
    await openTextPage(page);
    const texts = textCorpus(
      seededRandom(SEED),
      Math.max(FEWEST_TEXTS, effort.seeds),
    );
    const { count, share, differences, differentCuts } = await page.evaluate(
      compareLineStarts,
      {
        texts,
        font,
        maxWidths: MAX_WIDTHS,
      },
    );
    expect(share).toBeGreaterThan(LEAST_DRAWABLE);
    expect(differences).toEqual([]);
    expect(differentCuts.length / count, differentCuts.join("\n")).toBeLessThan(
      DIFFERENT_CUTS,
    );
  });
}

interface Comparison {
  readonly texts: readonly string[];
  readonly font: FontName;
  readonly maxWidths: readonly number[];
}

/** Lays texts out by our engine and in elements, in the page. Tells where lines begin at different places. */
function compareLineStarts({ texts, font, maxWidths }: Comparison) {
  const { boardText } = window;
  const NOBODYS_LETTER = "\u{f8ff0}";
  const differences: string[] = [];
  const differentCuts: string[] = [];
  const drawable = texts.filter(hasAllLetters);
  for (const [i, text] of drawable.entries()) {
    const fontSize = [13, 16, 20, 28][i % 4]!;
    for (const maxWidth of maxWidths) {
      const layout = boardText.layoutText({ text, font, fontSize, maxWidth });
      const ours = layout.lines.map(({ start }) => start);
      const theirs = browsersLineStarts(text, fontSize, maxWidth);
      if (ours.join() !== theirs.join())
        (layout.isWordCut ? differentCuts : differences).push(
          `${fontSize}px in ${maxWidth}px: ${linesOf(text, ours)}, in the browser ${linesOf(text, theirs)}`,
        );
    }
  }
  const count = drawable.length * maxWidths.length;
  const share = drawable.length / texts.length;
  return { count, share, differences, differentCuts };

  /** Whether the machine has a font for each letter: for those that it lacks it shows boxes, by another font in an element than on a canvas. */
  function hasAllLetters(text: string): boolean {
    const letters = [...boardText.graphemesOf(text.replace(/\s/g, ""))];
    const box = pictureOf(NOBODYS_LETTER);
    return !letters.some((letter) => pictureOf(letter) === box);
  }

  function pictureOf(letter: string): string {
    const canvas = Object.assign(document.createElement("canvas"), {
      width: 64,
      height: 64,
    });
    const surface = canvas.getContext("2d")!;
    surface.font = `32px ${boardText.fontFamilyOf(font)}`;
    surface.fillText(letter, 8, 48);
    return canvas.toDataURL();
  }

  function linesOf(text: string, starts: readonly number[]): string {
    return JSON.stringify(
      starts.map((start, i) => text.slice(start, starts[i + 1])).join("|"),
    );
  }

  function browsersLineStarts(
    text: string,
    fontSize: number,
    maxWidth: number,
  ): number[] {
    const element = document.createElement("div");
    element.style.cssText = `
      position: absolute; top: 0; left: 0; width: ${maxWidth}px;
      white-space: pre-wrap; overflow-wrap: anywhere; hyphens: none; unicode-bidi: plaintext;
      tab-size: ${boardText.TAB_SIZE}; text-rendering: geometricPrecision; font-kerning: normal;
      font: ${fontSize}px/${fontSize * boardText.LINE_HEIGHT}px ${boardText.fontFamilyOf(font)};`;
    element.textContent = text;
    document.body.append(element);
    const starts = lineStarts(text, element, fontSize * boardText.LINE_HEIGHT);
    element.remove();
    return starts;
  }

  function lineStarts(
    text: string,
    element: HTMLElement,
    lineHeight: number,
  ): number[] {
    const starts = [0];
    const node = element.firstChild;
    if (!node) return starts;
    const range = document.createRange();
    let at = 0;
    for (const grapheme of boardText.graphemesOf(text)) {
      range.setStart(node, at);
      range.setEnd(node, at + grapheme.length);
      const rect = [...range.getClientRects()].at(-1);
      const middle = rect && (rect.top + rect.bottom) / 2;
      const line = middle && Math.floor(middle / lineHeight);
      // A line end belongs to the line before it, and begins the next one; the last one may have nothing after it.
      if (line !== undefined && line >= starts.length && grapheme !== "\n")
        starts[line] = at;
      at += grapheme.length;
      if (grapheme === "\n") starts.push(at);
    }
    return starts;
  }
}
