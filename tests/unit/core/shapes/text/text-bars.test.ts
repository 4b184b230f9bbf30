import { describe, expect, onTestFinished, test } from "vitest";
import { asShapeId } from "@/core/base/ids";
import { readShape } from "@/core/board/shape-record";
import { boardPoint } from "@/core/geometry/point";
import { boxAt } from "@/core/geometry/size";
import type { Shape } from "@/core/shapes/shape";
import type { TextPlace } from "@/core/shapes/shape-kind";
import { kindOf } from "@/core/shapes/shape-kinds";
import {
  fittingSize,
  largestSize,
  paintPlaced,
} from "@/core/shapes/text/placed-text";
import { measureWith } from "@/core/shapes/text/text-measure";
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

  test("is not measured where it could not be read in the size that fits", () => {
    let measured = 0;
    onTestFinished(
      measureWith({
        width(word, font) {
          measured += 1;
          return (word.length * Number.parseFloat(font)) / 2;
        },
      }),
    );
    const WORDS = {
      note: "plan the next week with the team",
      rectangle: "draw some boxes for every arrow",
    };
    const size = { width: 80, height: 80 };
    const paintAt = (kind: "note" | "rectangle", scale: number) => {
      const surface = new RecordingSurface();
      const shape = readShape(
        asShapeId(kind),
        new Map<string, unknown>([
          ["kind", kind],
          ["size", [size.width, size.height]],
          ["fontSize", 28],
        ]),
        // Words that the other kind has not had measured.
        () => WORDS[kind],
      ) as Shape;
      kindOf(shape).paint(shape, { surface, theme: "light", scale });
      return surface.texts;
    };
    for (const kind of ["note", "rectangle"] as const) {
      expect(paintAt(kind, 0.12)).toEqual([]);
      expect(measured).toBe(0);
      expect(paintAt(kind, 1)).not.toEqual([]);
      expect(measured).toBeGreaterThan(0);
      measured = 0;
    }
  });

  test.each([
    "x",
    "some words",
    "plan the next week with the team",
    "a long word: incomprehensibilities",
    "many words ".repeat(30),
  ])("is known without measuring not to fit in a larger size: %s", (text) => {
    for (const width of [30, 80, 300])
      for (const height of [20, 80, 300]) {
        const room = { width, height };
        const fitting = fittingSize({ text, font: "sans", room }, 28);
        expect(fitting).toBeLessThanOrEqual(largestSize(text, room, 28));
      }
  });
});
