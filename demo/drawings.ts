import { readFileSync } from "node:fs";
import type { BoardPoint } from "@/core/geometry/point";

/** Where a pen was, in the drawing's own units, and when: milliseconds since the drawing began. */
export interface PenPlace extends Pick<BoardPoint, "x" | "y"> {
  readonly time: number;
}

/** What somebody drew, stroke by stroke. */
export type Drawing = readonly (readonly PenPlace[])[];

/** A hand that rested longer than this between two places is not waited for; milliseconds. */
const LONGEST_REST_MS = 1_200;

/** Reads drawings as "Quick, Draw!" publishes them: one JSON object a line, each stroke as `[xs, ys, milliseconds]`. */
export function readDrawings(file: URL | string): Drawing[] {
  return readFileSync(file, "utf8").trim().split("\n").map(parseDrawing);
}

function parseDrawing(line: string): Drawing {
  const { drawing } = JSON.parse(line) as { drawing: number[][][] };
  const strokes = drawing.map(([xs = [], ys = [], times = []]) =>
    xs.map((x, i) => ({ x, y: ys[i]!, time: times[i]! })),
  );
  return withoutLongRests(strokes);
}

/** The same way at the same pace, without the minutes in which nobody drew. */
function withoutLongRests(strokes: Drawing): Drawing {
  let time = 0;
  let before: number | undefined;
  return strokes.map((stroke) =>
    stroke.map((place) => {
      const rest = Math.max(0, place.time - (before ?? place.time));
      before = place.time;
      time += Math.min(rest, LONGEST_REST_MS);
      return { ...place, time };
    }),
  );
}

/** The drawing in a square with this top left corner, as large as fits and in its middle. */
export function placeDrawing(
  drawing: Drawing,
  {
    x,
    y,
    size,
  }: { readonly x: number; readonly y: number; readonly size: number },
): Drawing {
  const places = drawing.flat();
  const minX = Math.min(...places.map((place) => place.x));
  const minY = Math.min(...places.map((place) => place.y));
  const width = Math.max(...places.map((place) => place.x)) - minX;
  const height = Math.max(...places.map((place) => place.y)) - minY;
  const scale = size / Math.max(width, height, 1);
  const left = x + (size - width * scale) / 2;
  const top = y + (size - height * scale) / 2;
  return drawing.map((stroke) =>
    stroke.map((place) => ({
      x: left + (place.x - minX) * scale,
      y: top + (place.y - minY) * scale,
      time: place.time,
    })),
  );
}
