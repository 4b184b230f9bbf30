import { expect, test, type Page } from "@playwright/test";
import { boardPicture } from "../support/board-picture";
import { clearDifferences } from "../support/clear-differences";
import { openPicturePage, paintedAtOnce } from "../support/picture-page";

/** Device pixels: more than a picture of a part has, each way or at least one. */
const WINDOW = { width: 640, height: 400 };
/** All of the reference board, and parts of it with lines, ink, texts, notes and frames. */
const CAMERAS = [
  { x: -900, y: -400, zoom: 0.1 },
  { x: 0, y: 1100, zoom: 0.37 },
  { x: 300, y: 1700, zoom: 1 },
  { x: 380, y: 640, zoom: 1.7 },
  { x: 20, y: 1640, zoom: 4 },
];
/** Where a part ends at another, the browser may soften a line's edge otherwise than in one picture: single pixels. */
const FEW_PIXELS = 20;

for (const deviceScaleFactor of [1, 2])
  test.describe(`at ${deviceScaleFactor} device pixels to one of CSS`, () => {
    test.use({
      deviceScaleFactor,
      viewport: {
        width: WINDOW.width / deviceScaleFactor,
        height: WINDOW.height / deviceScaleFactor,
      },
    });

    test("at rest a board looks as if nothing were kept of it as a picture", async ({
      page,
    }) => {
      await openPicturePage(page);
      let [theme, other] = ["light", "dark"] as ("light" | "dark")[];
      for (const camera of CAMERAS) {
        await test.step(`at ${camera.zoom * 100} %, in the ${theme} theme and then in the other`, async () => {
          await page.evaluate((to) => window.picturePage.travelTo(to), camera);
          await expectAsPaintedAnew(page);

          await page.evaluate(() => window.picturePage.workOn());
          await expectAsPaintedAnew(page);
          const whole = await paintedAtOnce(page);
          expect(
            await clearDifferences(page, await boardPicture(page), whole),
          ).toBeLessThanOrEqual(FEW_PIXELS);

          await page.emulateMedia({ colorScheme: other! });
          await page.evaluate((to) => window.picturePage.restIn(to), other!);
          await expectAsPaintedAnew(page);
        });
        [theme, other] = [other, theme];
      }
    });
  });

async function expectAsPaintedAnew(page: Page): Promise<void> {
  const kept = await boardPicture(page);
  await page.evaluate(() => window.picturePage.startOver());
  const anew = await boardPicture(page);
  expect(kept.equals(anew)).toBe(true);
}
