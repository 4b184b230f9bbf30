import type { Page } from "@playwright/test";

/** Where the dark pixels of a picture are, in device pixels. */
export interface Ink {
  /** The centre of weight. */
  readonly x: number;
  readonly y: number;
  /** Where a hundredth of the ink is outside. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Looks at parts of what `page` shows, which should be black on white. The areas are in CSS pixels. */
export async function inksOf(
  page: Page,
  areas: readonly Area[],
): Promise<Ink[]> {
  const picture = await page.screenshot({
    caret: "hide",
    clip: {
      ...{ x: 0, y: 0 },
      width: Math.ceil(Math.max(...areas.map(({ x, width }) => x + width))),
      height: Math.ceil(Math.max(...areas.map(({ y, height }) => y + height))),
    },
  });
  const png = picture.toString("base64");
  return page.evaluate(measureInks, { png, areas });
}

/** The largest of the distances by which centre and edges differ. */
export const shiftBetween = (one: Ink, other: Ink): number =>
  Math.max(
    ...(Object.keys(one) as (keyof Ink)[]).map((side) =>
      Math.abs(one[side] - other[side]),
    ),
  );

async function measureInks({
  png,
  areas,
}: {
  png: string;
  areas: readonly Area[];
}): Promise<Ink[]> {
  // Not fetched from an address of its own: the policy of our pages forbids it.
  const bytes = Uint8Array.from(atob(png), (byte) => byte.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const surface = new OffscreenCanvas(bitmap.width, bitmap.height).getContext(
    "2d",
  )!;
  surface.drawImage(bitmap, 0, 0);
  return areas.map((area) => {
    const [x, y, width, height] = [
      ...[area.x, area.y, area.width, area.height],
    ].map((length) => Math.round(length * devicePixelRatio));
    return measure(surface.getImageData(x!, y!, width!, height!));
  });

  function measure({ data, width, height }: ImageData): Ink {
    const columns = new Array<number>(width).fill(0);
    const rows = new Array<number>(height).fill(0);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = 4 * (y * width + x);
        const ink = 255 - (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
        columns[x]! += ink;
        rows[y]! += ink;
      }
    const [left, right] = edgesOf(columns);
    const [top, bottom] = edgesOf(rows);
    const [x, y] = [centreOf(columns), centreOf(rows)];
    return { x, y, left, right, top, bottom };
  }

  function centreOf(inks: readonly number[]): number {
    const moment = inks.reduce((sum, ink, i) => sum + ink * i, 0);
    return moment / sumOf(inks);
  }

  function edgesOf(inks: readonly number[]): [number, number] {
    return [firstEdgeOf(inks), inks.length - firstEdgeOf([...inks].reverse())];
  }

  function firstEdgeOf(inks: readonly number[]): number {
    let rest = sumOf(inks) / 100;
    const i = inks.findIndex((ink) => (rest -= ink) < 0);
    return i + 1 + rest / inks[i]!;
  }

  function sumOf(inks: readonly number[]): number {
    return inks.reduce((sum, ink) => sum + ink, 0);
  }
}
