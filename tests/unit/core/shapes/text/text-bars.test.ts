import { describe, expect, test } from "vitest";
import { boardPoint } from "@/core/geometry/point";
import { boxAt } from "@/core/geometry/size";
import { paintPlaced } from "@/core/shapes/text/placed-text";
import type { TextPlace } from "@/core/shapes/shape-kind";
import { RecordingSurface } from "../../../client/renderer/recording-surface";

const PLACE: TextPlace = {
  box: boxAt(boardPoint(10, 20), { width: 200, height: 100 }),
  font: "sans",
  fontSize: 20,
  align: "start",
  vertical: "start",
  isCut: true,
  maxWidth: 200,
  colour: "#1e1e1e",
};

function paint(text: string, scale: number, place: Partial<TextPlace> = {}) {
  const surface = new RecordingSurface();
  surface.globalAlpha = 0.8;
  paintPlaced({ surface, theme: "light", scale }, text, {
    ...PLACE,
    ...place,
  });
  return surface;
}

/** Left, right and the number of bars. */
function barsOf({ painted }: RecordingSurface) {
  const path = painted[0]?.path ?? [];
  return path
    .filter((_, i) => i % 4 === 0)
    .map(([left], i) => [left, path[4 * i + 1]?.[0]]);
}

describe("a text that is too small to be read", () => {
  test("is painted as bars, about as long as its lines", () => {
    const { texts, painted } = paint("Words", 0.1);
    expect(texts).toEqual([]);
    expect(painted).toHaveLength(1);
    expect(barsOf(paint("Words\nSo", 0.1))).toEqual([
      [10, 60],
      [10, 30],
    ]);
  });

  test("is painted as text from 3 pixels on", () => {
    expect(paint("Words", 0.15).texts).toEqual(["Words"]);
  });

  test("keeps to its room, its alignment and its opacity", () => {
    const long = "x".repeat(1_000);
    expect(barsOf(paint(long, 0.1))).toEqual(
      Array.from({ length: 4 }, () => [10, 210]),
    );
    const aligned = { align: "end", vertical: "center" } as const;
    const surface = paint("Words", 0.1, aligned);
    expect(barsOf(surface)).toEqual([[160, 210]]);
    const top = surface.painted[0]!.path[0]![1];
    expect(top).toBeGreaterThan(50);
    expect(surface.globalAlpha).toBeCloseTo(0.8);
  });
});
