import type { NewShape } from "@/core/board/draft";
import { inksOf, shiftBetween } from "../support/ink";
import type { Person } from "../support/person";
import { expect, test } from "./people";

/** Device pixels. */
const MOST_SHIFT = 0.75;
/** The frame of a selected shape lies within this of its edge; CSS pixels. */
const FRAME = 6;
const SIZE = { width: 160, height: 100 };

const shapes = [
  {
    kind: "rectangle",
    at: { x: 0, y: 0 },
    size: SIZE,
    fill: "#ffffff",
    font: "sans",
    text: "A label that wraps\nover lines",
  },
  {
    kind: "note",
    at: { x: 200, y: 0 },
    size: { width: 160, height: 160 },
    fill: "#ffffff",
    text: "A note, and its letters are as large as they can be 你好",
  },
  {
    kind: "ellipse",
    at: { x: 0, y: 180 },
    size: SIZE,
    fill: "#ffffff",
    font: "mono",
    align: "end",
    text: "mono\nend",
  },
] as const satisfies readonly NewShape[];

for (const zoom of [0.5, 1, 2])
  test(`text stays where it is when its editing begins and ends, at ${zoom * 100} %`, async ({
    ada,
    together,
  }) => {
    await together(ada);
    await ada.page.keyboard.press("v");
    await ada.setCamera({ x: -300 / zoom, y: -80 / zoom, zoom });
    await ada.loadShapes(shapes);
    await ada.page.evaluate(async () => {
      await Promise.all(Array.from(document.fonts, (face) => face.load()));
    });
    for (const { kind, at, size } of shapes)
      await test.step(kind, async () => {
        const area = {
          x: 300 + at.x * zoom + FRAME,
          y: 80 + at.y * zoom + FRAME,
          width: size.width * zoom - 2 * FRAME,
          height: size.height * zoom - 2 * FRAME,
        };
        const middle = [
          area.x + area.width / 2,
          area.y + area.height / 2,
        ] as const;
        const look = async () => {
          await ada.page.mouse.move(1200, 600);
          const [ink] = await inksOf(ada.page, [area]);
          return ink!;
        };
        const before = await look();
        await ada.doubleClick(middle);
        await expect(ada.textField).toBeFocused();
        expect(shiftBetween(before, await look())).toBeLessThan(MOST_SHIFT);
        await leave(ada);
        expect(shiftBetween(before, await look())).toBeLessThan(0.1);
      });
  });

async function leave(person: Person): Promise<void> {
  await person.page.keyboard.press("Escape");
  await expect(person.textField).toBeHidden();
  await person.page.keyboard.press("Escape");
  await expect(person.stylePanel).toBeHidden();
}
