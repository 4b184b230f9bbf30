import { settledBoardPicture } from "../support/board-picture";
import { effort } from "../support/effort";
import type { Person } from "../support/person";
import { referenceBoard } from "../support/reference-board";
import { expect, test } from "./people";

/** Letters that our own fonts have. Others look different on every machine. */
const OWN_LETTERS = /^[\n\u0020-\u024f]*$/;
const shapes = referenceBoard().filter((shape) =>
  OWN_LETTERS.test("text" in shape ? (shape.text ?? "") : ""),
);
/** In device pixels, so that both resolutions make the same picture. */
const PICTURE = { width: 880, height: 920 };
const PART = { width: 440, height: 460 };
const CAMERA = { x: -20, y: -20 };

/** What is looked at, and how large: device pixels per board unit. */
const VIEWS = [
  { name: "overview", ...CAMERA, scale: 0.1, size: PART },
  { name: "everything", ...CAMERA, scale: 0.4, size: PICTURE },
  { name: "writing", x: 150, y: 1180, scale: 1, size: PART },
  { name: "lines", x: 140, y: 720, scale: 1.7, size: PART },
  { name: "fills", x: 540, y: 460, scale: 4, size: PART },
];

// Elsewhere the same letters are drawn a little differently, and there is only the test below.
const looks = process.platform === "linux" ? effort.looks : [];

for (const { colorScheme, deviceScaleFactor } of looks)
  test.describe(`in the ${colorScheme} theme, at ${deviceScaleFactor} device pixels to one of CSS`, () => {
    test.use({
      contextOptions: {
        colorScheme,
        deviceScaleFactor,
        viewport: {
          width: PICTURE.width / deviceScaleFactor,
          height: PICTURE.height / deviceScaleFactor,
        },
      },
    });

    test("every kind of shape in every style looks as it always has, from near and far", async ({
      ada,
      together,
    }) => {
      await together(ada);
      await ada.loadShapes(shapes);
      for (const { name, x, y, scale, size } of VIEWS) {
        await ada.setCamera({ x, y, zoom: scale / deviceScaleFactor });
        expect
          .soft(await settledBoardPicture(ada.page, size))
          .toMatchSnapshot(`${colorScheme}-${name}.png`, {
            maxDiffPixelRatio: 0.004,
          });
      }
    });
  });

test("a board that was painted piece by piece looks like one that was painted at once", async ({
  ada,
  ben,
  together,
}) => {
  const link = await together(ada);
  await lookAt(ada, 0.4);
  const half = Math.floor(shapes.length / 2);
  await ada.loadShapes(shapes.slice(0, half));
  await settledBoardPicture(ada.page);
  await ada.loadShapes(shapes.slice(half));
  await test.step("work on it, and take it back", async () => {
    await ada.page.keyboard.press("Control+a");
    await ada.drawStroke(AWAY);
    await ada.page.keyboard.press("Control+z");
    await lookAt(ada, 1);
    await lookAt(ada, 0.4);
    await ada.page.keyboard.press("Escape");
  });
  await ada.expectSaved();
  await ben.open(link);
  await lookAt(ben, 0.4);
  await ben.expectSameBoardAs(ada);
  const pieces = await settledBoardPicture(ada.page);
  const atOnce = await settledBoardPicture(ben.page);
  expect(atOnce.equals(pieces)).toBe(true);
});

const AWAY = [
  [600, 400],
  [640, 430],
  [700, 460],
] as const;

const lookAt = (person: Person, zoom: number): Promise<void> =>
  person.setCamera({ ...CAMERA, zoom });
