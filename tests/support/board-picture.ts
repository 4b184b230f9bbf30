import { expect, type Page } from "@playwright/test";

/** What the settled board is painted on, as the counts of a page's work name it: the canvases in the window and those behind it. */
export const SETTLED_CANVASES = ["board", "offscreen"] as const;

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The board as it is painted on its paper, without panels and pointers: a PNG in device pixels.
 *
 * @param size How much of it, from the top left corner, in device pixels; all by default.
 */
export async function boardPicture(
  page: Page,
  size?: PictureSize,
): Promise<Buffer> {
  const url = await page.evaluate(
    (part) =>
      new Promise<string>((resolve) =>
        requestAnimationFrame(() => {
          const board = document.querySelector<HTMLCanvasElement>(
            'canvas[data-layer="board"]',
          )!;
          const picture = document.createElement("canvas");
          picture.width = part?.width ?? board.width;
          picture.height = part?.height ?? board.height;
          picture.getContext("2d")!.drawImage(board, 0, 0);
          resolve(picture.toDataURL("image/png"));
        }),
      ),
    size,
  );
  return bytesOf(url);
}

/** What a `data:` address holds. */
export const bytesOf = (url: string): Buffer =>
  Buffer.from(url.slice(url.indexOf(",") + 1), "base64");

/** Waits until everything is painted and the picture changes no more, with every font of ours there. The grid is turned off for it. */
export async function settledBoardPicture(
  page: Page,
  size?: PictureSize,
): Promise<Buffer> {
  await page.evaluate(async () => {
    window.__board!.showGrid(false);
    await Promise.all(Array.from(document.fonts, (face) => face.load()));
    await document.fonts.ready;
  });
  let picture = await boardPicture(page, size);
  await expect
    .poll(async () => {
      const before = picture;
      const isPainted = await page.evaluate(() => window.__board!.isPainted());
      picture = await boardPicture(page, size);
      return isPainted && before.equals(picture);
    })
    .toBe(true);
  return picture;
}
