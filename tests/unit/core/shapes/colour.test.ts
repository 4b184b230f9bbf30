import { describe, expect, test } from "vitest";

import { randomInteger, seededRandom } from "@/core/base/random";
import { themedColour } from "@/core/shapes/colour";
import { hexToOklch, oklchToHex } from "@/core/shapes/oklch";
import { FILLS, STROKES } from "@/core/shapes/palette";
import { boardSeeds } from "../../../support/board-seeds";

const DARK_SHEET = "#16181d";
const dark = (hex: string) => themedColour(hex, "dark");

/** WCAG's contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => {
    const c = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function hueDistance(a: string, b: string): number {
  const turn = Math.abs(hexToOklch(a).hue - hexToOklch(b).hue);
  return Math.min(turn, 2 * Math.PI - turn);
}

test("the light theme shows colours as they are", () => {
  expect(themedColour("#e03131", "light")).toBe("#e03131");
});

describe("the dark theme", () => {
  test("turns ink and paper round", () => {
    expect(hexToOklch(dark("#1e1e1e")).lightness).toBeGreaterThan(0.88);
    expect(hexToOklch(dark("#ffffff")).lightness).toBeLessThan(0.3);
  });

  test.each(STROKES)("shows $name strokes legibly, in their hue", ({ hex }) => {
    expect(contrast(dark(hex), DARK_SHEET)).toBeGreaterThan(4.5);
    if (hex !== "#1e1e1e")
      expect(hueDistance(hex, dark(hex))).toBeLessThan(0.1);
  });

  test.each(FILLS)(
    "makes the $name fill a deep one, on which ink is legible",
    ({ hex }) => {
      expect(hexToOklch(dark(hex)).lightness).toBeLessThan(0.5);
      expect(hueDistance(hex, dark(hex))).toBeLessThan(0.1);
      expect(contrast(dark("#1e1e1e"), dark(hex))).toBeGreaterThan(4.5);
      expect(contrast("#1e1e1e", hex)).toBeGreaterThan(4.5);
    },
  );

  test("keeps the palette's colours apart", () => {
    const colours = STROKES.map(({ hex }) => dark(hex));
    expect(new Set(colours).size).toBe(STROKES.length);
  });

  test("still knows what it forgot among many colours", () => {
    const red = dark("#e03131");
    for (let i = 0; i < 2000; i++) dark(`#${i.toString(16).padStart(6, "0")}`);
    expect(dark("#e03131")).toBe(red);
  });
});

test.each(boardSeeds())(
  "a colour survives the way to OKLCH and back, seed %i",
  (seed) => {
    const random = seededRandom(seed);
    for (let i = 0; i < 20; i++) {
      const hex = `#${randomInteger(random, 2 ** 24)
        .toString(16)
        .padStart(6, "0")}`;
      expect(oklchToHex(hexToOklch(hex))).toBe(hex);
      expect(dark(hex)).toMatch(/^#[0-9a-f]{6}$/);
    }
  },
);
