import { expect, test } from "vitest";
import { placeDrawing, readDrawings } from "@/demo/drawings";

const drawings = readDrawings("demo/quickdraw/drawings.ndjson");

test("fifty drawings are there, each with its maker's own timing", () => {
  expect(drawings).toHaveLength(50);
  for (const drawing of drawings) {
    const times = drawing.flat().map(({ time }) => time);
    expect(times.length).toBeGreaterThan(1);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  }
});

test("nobody is waited for who rested for long", () => {
  for (const drawing of drawings) {
    const times = drawing.flat().map(({ time }) => time);
    const rests = times.slice(1).map((time, i) => time - times[i]!);
    expect(Math.max(...rests)).toBeLessThanOrEqual(1_200);
  }
});

test("a drawing is put into its square, as large as fits", () => {
  const drawing = [
    [
      { x: 10, y: 20, time: 0 },
      { x: 110, y: 70, time: 40 },
    ],
  ];
  const [stroke] = placeDrawing(drawing, { x: 500, y: 500, size: 200 });
  expect(stroke).toEqual([
    { x: 500, y: 550, time: 0 },
    { x: 700, y: 650, time: 40 },
  ]);
});
