import { expect, test, type Page } from "@playwright/test";

import type { TextPlace } from "@/client/editor/text/text-box-place";
import type { FontName } from "@/core/shapes/text/fonts";
import { inksOf, shiftBetween } from "../support/ink";
import { openTextPage } from "../support/text-page";

/** Device pixels. */
const MOST_SHIFT = 0.75;
/** For each number of device pixels to one of CSS. */
const ZOOMS = { 1: [0.5, 1, 1.37, 3], 2: [1, 1.37] };
const ROOM = { width: 190, height: 110 };
/** Between the rooms, and around them. No baseline is in the middle of a pixel by it, where rounding is a matter of luck. */
const GAP = 12.37;

const samples: readonly Sample[] = [
  {
    text: "Hello world, AVATAR Ty.\nsecond line",
    ...{ fontSize: 18, align: "start", verticalAlign: "start" },
  },
  {
    text: "A longer text that wraps\n  over lines  ",
    ...{ fontSize: 20, align: "center", verticalAlign: "center" },
  },
  {
    text: "你好，世界！这是「白板」。\n日本語のテキスト",
    ...{ fontSize: 13, align: "center", verticalAlign: "center" },
  },
  {
    text: "שלום עולם, English 123\nמילים",
    ...{ fontSize: 18, align: "start", verticalAlign: "center" },
  },
  {
    text: "tabs\there\n\tthere",
    ...{ fontSize: 20, align: "end", verticalAlign: "start" },
    maxWidth: undefined,
  },
];

interface Sample extends Pick<
  TextPlace,
  "fontSize" | "align" | "verticalAlign"
> {
  readonly text: string;
  readonly maxWidth?: undefined;
}

/** What a second ratio could do wrong, it does in every font. */
const FONTS = { 1: ["hand", "sans", "mono"], 2: ["hand"] } as const;

for (const deviceScaleFactor of [1, 2] as const)
  for (const font of FONTS[deviceScaleFactor])
    test.describe(`at ${deviceScaleFactor} device pixels to one of CSS, in "${font}"`, () => {
      test.use({ deviceScaleFactor, viewport: { width: 1200, height: 1040 } });

      test("text stays where it is when editing begins", async ({ page }) => {
        await openTextPage(page);
        for (const zoom of ZOOMS[deviceScaleFactor]) {
          const shifts = await shiftsOf(page, font, zoom);
          expect(
            Math.max(...shifts),
            `${shifts.join()} at ${zoom}`,
          ).toBeLessThan(MOST_SHIFT);
        }
      });
    });

/** How far the ink of each sample moves, in device pixels, from the painted text to the text field over it. */
async function shiftsOf(page: Page, font: FontName, zoom: number) {
  const scenes = samples.map((sample, i) => sceneOf(sample, i, font, zoom));
  const rooms = scenes.map(({ place }) => ({
    x: place.left - GAP / 2,
    y: place.top - GAP / 2,
    width: place.width * zoom + GAP,
    height: place.height * zoom + GAP,
  }));
  await page.evaluate(paint, scenes);
  const painted = await inksOf(page, rooms);
  await page.evaluate(edit, scenes);
  const edited = await inksOf(page, rooms);
  await page.evaluate(() => document.body.replaceChildren());
  return painted.map((ink, i) => shiftBetween(ink, edited[i]!));
}

interface Scene {
  readonly text: string;
  readonly place: TextPlace;
}

/** Two samples side by side. */
function sceneOf(
  { text, ...style }: Sample,
  i: number,
  font: FontName,
  zoom: number,
): Scene {
  const left = GAP + (i % 2) * (ROOM.width * zoom + GAP);
  const top = GAP + Math.floor(i / 2) * (ROOM.height * zoom + GAP);
  const place = { ...ROOM, left, top, zoom, angle: 0, font, colour: "#000000" };
  return { text, place: { maxWidth: ROOM.width, ...place, ...style } };
}

function paint(scenes: readonly Scene[]): void {
  const { layoutText, paintText } = window.boardText;
  const canvas = document.createElement("canvas");
  canvas.width = innerWidth * devicePixelRatio;
  canvas.height = innerHeight * devicePixelRatio;
  canvas.style.cssText = `position: absolute; width: ${innerWidth}px; height: ${innerHeight}px`;
  document.body.append(canvas);
  const surface = canvas.getContext("2d")!;
  for (const { text, place } of scenes) {
    const { font, fontSize, maxWidth = Infinity } = place;
    const layout = layoutText({ text, font, fontSize, maxWidth });
    surface.resetTransform();
    surface.scale(devicePixelRatio, devicePixelRatio);
    surface.translate(place.left, place.top);
    surface.scale(place.zoom, place.zoom);
    surface.translate(place.width / 2, place.height / 2);
    surface.rotate(place.angle);
    surface.translate(-place.width / 2, -place.height / 2);
    paintText(surface, layout, { ...place, x: 0, y: 0 });
  }
}

test("text that is turned stays where it is, too", async ({ page }) => {
  await openTextPage(page);
  const scenes = samples.slice(0, 1).map((sample) => {
    const { text, place } = sceneOf(sample, 0, "sans", 1.37);
    return { text, place: { ...place, left: 90, top: 90, angle: 0.6 } };
  });
  const areas = [{ x: 0, y: 0, width: 450, height: 350 }];
  await page.evaluate(paint, scenes);
  const [painted] = await inksOf(page, areas);
  await page.evaluate(edit, scenes);
  const [edited] = await inksOf(page, areas);
  expect(shiftBetween(painted!, edited!)).toBeLessThan(MOST_SHIFT);
});

function edit(scenes: readonly Scene[]): void {
  document.body.replaceChildren();
  const nothing = () => undefined;
  for (const { text, place } of scenes)
    new window.boardText.TextBox({
      ...{ host: document.body, label: "Text", text, place },
      ...{ onInput: nothing, onSelection: nothing, onDone: nothing },
      ...{ onUndo: nothing, onRedo: nothing },
    });
}
