import type { Page } from "@playwright/test";

/** Of 255: less than this is how softly an edge is drawn. */
const CLEARLY = 80;

/** How many pixels of two pictures, PNGs of the same size, differ so much that something is there or is not. `page` is any page. */
export const clearDifferences = (
  page: Page,
  one: Buffer,
  other: Buffer,
): Promise<number> =>
  page.evaluate(
    async ({ pictures, clearly }) => {
      const [a, b] = await Promise.all(pictures.map(pixelsOf));
      let count = 0;
      for (let i = 0; i < a!.length; i += 4) {
        const channels = [i, i + 1, i + 2];
        if (channels.some((at) => Math.abs(a![at]! - b![at]!) > clearly))
          count += 1;
      }
      return count;

      async function pixelsOf(base64: string): Promise<Uint8ClampedArray> {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const { width, height } = bitmap;
        const surface = new OffscreenCanvas(width, height).getContext("2d")!;
        surface.drawImage(bitmap, 0, 0);
        return surface.getImageData(0, 0, width, height).data;
      }
    },
    {
      pictures: [one, other].map((png) => png.toString("base64")),
      clearly: CLEARLY,
    },
  );
