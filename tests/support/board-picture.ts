import { expect, type Page } from "@playwright/test";

/** The board as it is painted on its paper, without panels and pointers: a PNG in device pixels. */
export async function boardPicture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        requestAnimationFrame(() => {
          const board = document.querySelector<HTMLCanvasElement>(
            'canvas[data-layer="board"]',
          )!;
          const picture = document.createElement("canvas");
          picture.width = board.width;
          picture.height = board.height;
          picture.getContext("2d")!.drawImage(board, 0, 0);
          resolve(picture.toDataURL("image/png"));
        }),
      ),
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** Waits until the picture changes no more, with every font of ours there. The grid is turned off for it. */
export async function settledBoardPicture(page: Page): Promise<Buffer> {
  await page.evaluate(async () => {
    window.__board!.showGrid(false);
    await Promise.all(Array.from(document.fonts, (face) => face.load()));
    await document.fonts.ready;
  });
  let picture = await boardPicture(page);
  await expect
    .poll(async () => {
      const before = picture;
      picture = await boardPicture(page);
      return before.equals(picture);
    })
    .toBe(true);
  return picture;
}
