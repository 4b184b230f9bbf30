import { beforeEach, describe, expect, test } from "vitest";

import { cutToRoom, fitText } from "@/core/shapes/text/text-block";
import { layoutText } from "@/core/shapes/text/text-layout";
import {
  forgetTextLayouts,
  measureWith,
  textVersion,
} from "@/core/shapes/text/text-measure";
import { graphemesOf, unitsOf } from "@/core/shapes/text/text-units";
import { BoardSurface, measurerOn } from "../../../../support/board-surface";

let surface = new BoardSurface();
beforeEach(() => {
  surface = new BoardSurface();
  return measureWith(measurerOn(surface));
});

const layout = (text: string, maxWidth: number) =>
  layoutText({ text, font: "sans", fontSize: 10, maxWidth });

/** The lines of a text in a font of 10, in which a letter is 5 wide and a Chinese one 10. */
const lines = (text: string, maxWidth: number) =>
  layout(text, maxWidth)
    .lines.map((line) => line.text)
    .join("|");

describe("breaking text into lines", () => {
  test.each([
    ["fits", 100, "fits"],
    ["", 100, ""],
    ["one two three", 35, "one two|three"],
    ["one two three", 65, "one two three"],
    ["one\ntwo\r\nthree\rfour", 100, "one|two|three|four"],
    ["a\n\nb", 100, "a||b"],
    ["hang    on", 20, "hang|on"],
    ["  indented", 100, "  indented"],
    ["unbreakable", 25, "unbre|akabl|e"],
    ["an unbreakable one", 30, "an|unbrea|kable|one"],
    ["ab unbreakable", 25, "ab|unbre|akabl|e"],
    ["你好世界", 20, "你好|世界"],
    ["你好，世界", 30, "你好，|世界"],
    ["你好，世界", 20, "你|好，|世界"],
    ["看「世界」吧", 30, "看「世|界」吧"],
    ["用Yjs写的board", 35, "用Yjs写|的board"],
    ["日本語のテキスト", 40, "日本語の|テキスト"],
    ["👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 70, "👨‍👩‍👧‍👦|👨‍👩‍👧‍👦"],
    ["well-known and/or", 30, "well-|known|and/or"],
    ["from -5 to 2024-05", 40, "from -5|to 2024-|05"],
    ["what?(yes)", 30, "what?|(yes)"],
    ["他说“你好”吗", 45, "他说“你|好”吗"],
    ["a\tb\tc", 35, "a\tb|c"],
    ["ไทยภาษา", 20, "ไทย|ภาษา"],
    ["x".repeat(300), 750, `${"x".repeat(150)}|${"x".repeat(150)}`],
  ])("%j within %i gives %j", (text, maxWidth, expected) => {
    expect(lines(text, maxWidth)).toBe(expected);
  });

  test("tells the size of the block and where each line begins", () => {
    expect(layout("four  five5", 40)).toEqual({
      lines: [
        { text: "four", start: 0, width: 20, direction: "ltr" },
        { text: "five5", start: 6, width: 25, direction: "ltr" },
      ],
      font: "sans",
      fontSize: 10,
      width: 25,
      height: 25,
      isWordCut: false,
    });
    const starts = layout("a\r\nb\nc", 40).lines.map(({ start }) => start);
    expect(starts).toEqual([0, 3, 5]);
  });

  test("counts spaces at the end of a paragraph as far as there is room, and none where a line is broken", () => {
    const widths = (text: string, maxWidth: number) =>
      layout(text, maxWidth).lines.map(({ width }) => width);
    expect(widths("ab  ", 100)).toEqual([20]);
    expect(widths("ab  ", 15)).toEqual([15]);
    expect(widths("ab  cd", 20)).toEqual([10, 10]);
    expect(widths("a\t\nb", 100)).toEqual([20, 5]);
  });

  test("loses no letter", () => {
    const text = "The quick 棕色狐狸 jumps， over the「lazy」dog…";
    expect(unitsOf(text).join("")).toBe(text);
    for (const width of [5, 20, 33, 80]) {
      const kept = lines(text, width).replaceAll(/[| ]/g, "");
      expect(kept).toBe(text.replaceAll(" ", ""));
    }
  });

  test("measures the same text once", () => {
    layout("again and again", 1000);
    const { measured } = surface;
    layout("again and again", 1000);
    expect(surface.measured).toBe(measured);
  });

  test("measures anew when a font has arrived", () => {
    layout("word", 1000);
    const { measured } = surface;
    const version = textVersion();
    forgetTextLayouts();
    expect(textVersion()).not.toBe(version);
    layout("word", 1000);
    expect(surface.measured).toBe(2 * measured);
  });
});

test("a family of emoji is one letter", () => {
  expect([...graphemesOf("a👨‍👩‍👧‍👦é")]).toEqual(["a", "👨‍👩‍👧‍👦", "é"]);
});

describe("fitting text into a box", () => {
  const fit = (text: string, width: number, height: number) => {
    const room = { width, height };
    const source = {
      text,
      font: "sans",
      fontSizes: [20, 16, 10],
      room,
    } as const;
    const { fontSize, lines } = cutToRoom(fitText(source), room);
    return [fontSize, lines.map((line) => line.text).join("|")];
  };

  test.each([
    ["big", 100, 100, 20, "big"],
    ["needs more lines", 50, 60, 16, "needs|more|lines"],
    ["internationally", 80, 100, 10, "internationally"],
    ["interna tionally", 50, 30, 10, "interna|tionally"],
    ["abcdefghij", 45, 500, 20, "abcd|efgh|ij"],
    ["far too long for this box", 30, 30, 10, "far|too"],
    ["x", 1, 100, 10, ""],
    ["x", 100, 0, 10, ""],
  ])("%j into %i x %i", (text, width, height, fontSize, expected) => {
    expect(fit(text, width, height)).toEqual([fontSize, expected]);
  });
});
