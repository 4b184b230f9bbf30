import { beforeEach, describe, expect, test } from "vitest";

import {
  paintText,
  topOf,
  type TextAlign,
} from "@/core/shapes/text/text-block";
import { layoutText } from "@/core/shapes/text/text-layout";
import { measureWith } from "@/core/shapes/text/text-measure";
import { BoardSurface, measurerOn } from "../../../../support/board-surface";

beforeEach(() => measureWith(measurerOn(new BoardSurface())));

/** Paints text in a font of 10, whose letters are 5 wide, in a room of 100 by 100. Returns where each line is anchored. */
function anchorsOf(text: string, align: TextAlign) {
  const surface = new BoardSurface();
  const source = { text, font: "sans", fontSize: 10, maxWidth: 100 } as const;
  const room = { x: 0, y: 0, width: 100, height: 100 };
  paintText(surface, layoutText(source), {
    ...{ ...room, align, verticalAlign: "start" },
  });
  return surface.marks.map((mark) => ("text" in mark ? mark.x : undefined));
}

describe("where a line begins", () => {
  test.each<[string, TextAlign, number[]]>([
    ["ab\nabcd", "start", [0, 0]],
    ["ab\nabcd", "center", [45, 40]],
    ["ab\nabcd", "end", [90, 80]],
    // Right to left, it begins at its right end.
    ["אב\nab", "start", [100, 0]],
    ["אב", "center", [55]],
    ["אב", "end", [10]],
    ["ab  ", "end", [80]],
    ["a\tb\tc", "start", [0, 20, 40]],
    ["א\tב", "start", [100, 80]],
  ])("of %j, aligned to the %s", (text, align, anchors) => {
    expect(anchorsOf(text, align)).toEqual(anchors);
  });
});

test("each paragraph is painted in its own direction, letters spaced as in a text field", () => {
  const surface = new BoardSurface();
  const text = "אב";
  const layout = layoutText({
    ...{ text, font: "mono", fontSize: 10, maxWidth: 100 },
  });
  const room = { x: 0, y: 0, width: 100, height: 100 };
  paintText(surface, layout, {
    ...{ ...room, align: "start", verticalAlign: "center" },
  });
  expect(surface.direction).toBe("rtl");
  expect(surface.textRendering).toBe("geometricPrecision");
  expect(surface.font).toMatch(/^10px "Source Code Pro/);
});

test("text stands in the middle of its room, and from its top when it is too high", () => {
  expect(topOf(40, 100, "center")).toBe(30);
  expect(topOf(140, 100, "center")).toBe(0);
  expect(topOf(40, 100, "start")).toBe(0);
});
