import { describe, expect, it } from "vitest";
import { areaOf, containsRect } from "@/client/renderer/pixel-rect";
import { sheetPlace } from "@/client/renderer/sheet-place";

const WINDOW = { left: 0, top: 0, right: 1283, bottom: 807 };
const STEP = 128;

const square = (left: number, top: number, size: number) => ({
  left,
  top,
  right: Math.min(WINDOW.right, left + size),
  bottom: Math.min(WINDOW.bottom, top + size),
});

describe("the place of a small canvas", () => {
  it("holds what it is to show, within the window", () => {
    for (let left = 0; left < 1280; left += 37)
      for (let top = 0; top < 800; top += 41)
        for (const size of [1, 90, 128, 300, 1000]) {
          const extent = square(left, top, size);
          const place = sheetPlace(extent, WINDOW, STEP);
          expect(containsRect(place, extent)).toBe(true);
          expect(containsRect(WINDOW, place)).toBe(true);
        }
  });

  it("keeps its size while what it shows moves about", () => {
    const sizes = new Set<number>();
    for (let way = 0; way < 500; way++)
      sizes.add(areaOf(sheetPlace(square(way, way, 200), WINDOW, STEP)));
    expect([...sizes]).toEqual([384 * 384]);
  });
});
