import { beforeEach, describe, expect, test } from "vitest";

import { fitText } from "@/core/shapes/text/text-block";
import { forgetTextLayouts, layoutText } from "@/core/shapes/text/text-layout";
import { graphemesOf, unitsOf } from "@/core/shapes/text/text-units";
import { BoardSurface } from "../../../../support/board-surface";

beforeEach(forgetTextLayouts);

/** The lines of a text in a font of 10, in which a letter is 5 wide and a Chinese one 10. */
const lines = (text: string, maxWidth: number) =>
  layoutText(new BoardSurface(), text, 10, maxWidth).lines.join("|");

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
  ])("%j within %i gives %j", (text, maxWidth, expected) => {
    expect(lines(text, maxWidth)).toBe(expected);
  });

  test("tells the size of the block, without the spaces at line ends", () => {
    const surface = new BoardSurface();
    expect(layoutText(surface, "four  five5", 10, 40)).toEqual({
      lines: ["four", "five5"],
      fontSize: 10,
      width: 25,
      height: 25,
      isWordCut: false,
    });
  });

  test("loses no letter", () => {
    const text = "The quick 棕色狐狸 jumps， over the「lazy」dog…";
    expect(unitsOf(text).join("")).toBe(text);
    for (const width of [5, 20, 33, 80]) {
      const kept = lines(text, width).replaceAll(/[| ]/g, "");
      expect(kept).toBe(text.replaceAll(" ", ""));
    }
  });

  test("measures a word once, whatever it stands in", () => {
    const surface = new BoardSurface();
    layoutText(surface, "again and again and again", 10, 1000);
    expect(surface.measured).toBe(3);
    layoutText(surface, "again and again and again", 10, 1000);
    layoutText(surface, "and again", 10, 30);
    expect(surface.measured).toBe(3);
  });

  test("measures anew when a font has arrived", () => {
    const surface = new BoardSurface();
    layoutText(surface, "word", 10, 1000);
    forgetTextLayouts();
    layoutText(surface, "word", 10, 1000);
    expect(surface.measured).toBe(2);
  });
});

test("a family of emoji is one letter", () => {
  expect(graphemesOf("a👨‍👩‍👧‍👦é")).toEqual(["a", "👨‍👩‍👧‍👦", "é"]);
});

describe("fitting text into a box", () => {
  const fit = (text: string, width: number, height: number) => {
    const room = { width, height };
    const layout = fitText(new BoardSurface(), text, room, [20, 16, 10]);
    return [layout.fontSize, layout.lines.join("|")];
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
