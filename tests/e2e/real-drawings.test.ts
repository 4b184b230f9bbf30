import { readFileSync } from "node:fs";
import path from "node:path";
import { settledBoardPicture } from "../support/board-picture";
import { effort } from "../support/effort";
import type { ScreenXY } from "../support/person";
import { expect, test } from "./people";

const FIXTURE = path.join(
  import.meta.dirname,
  "../../demo/quickdraw/drawings.ndjson",
);
const COLUMNS = 10;
/** Where the drawings go: the part of the window that no panel covers. */
const AREA = { left: 240, top: 90, cell: 80, pen: 68 };

type Drawing = readonly (readonly ScreenXY[])[];

test("drawings of strangers look the same on another's screen", async ({
  ada,
  ben,
  together,
}) => {
  test.slow();
  await together(ada, ben);
  const drawings = readDrawings().map(intoCell);
  for (const drawing of drawings)
    for (const stroke of drawing) await ada.drawStroke(stroke);
  await ada.expectSaved();

  const strokes = drawings.flat().length;
  await ada.expectShapeCount(strokes);
  await ben.expectShapeCount(strokes);
  await ben.expectRemotePreviews(0);
  expect(await ben.shapes()).toEqual(await ada.shapes());
  expect(await ben.fingerprint()).toBe(await ada.fingerprint());
  const [adas, bens] = [
    await settledBoardPicture(ada.page),
    await settledBoardPicture(ben.page),
  ];
  expect(bens.equals(adas)).toBe(true);
});

function readDrawings(): Drawing[] {
  return readFileSync(FIXTURE, "utf8")
    .trim()
    .split("\n")
    .slice(0, effort.drawings)
    .map((line) => {
      const { drawing } = JSON.parse(line) as { drawing: number[][][] };
      return drawing.map(([xs = [], ys = []]) =>
        xs.map((x, i): ScreenXY => [x, ys[i]!]),
      );
    });
}

/** The drawing scaled to its cell of the page. */
function intoCell(drawing: Drawing, i: number): Drawing {
  const all = drawing.flat();
  const minX = Math.min(...all.map(([x]) => x));
  const minY = Math.min(...all.map(([, y]) => y));
  const width = Math.max(...all.map(([x]) => x)) - minX;
  const height = Math.max(...all.map(([, y]) => y)) - minY;
  const scale = AREA.pen / Math.max(width, height, 1);
  const left = AREA.left + (i % COLUMNS) * AREA.cell;
  const top = AREA.top + Math.floor(i / COLUMNS) * AREA.cell;
  return drawing.map((stroke) =>
    stroke.map(([x, y]): ScreenXY => [
      left + (x - minX) * scale,
      top + (y - minY) * scale,
    ]),
  );
}
