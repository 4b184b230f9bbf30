import type { ScreenXY } from "../support/person";
import { expect, test } from "./people";

const DRAGGED = [
  ["Rectangle", { kind: "rectangle", size: { width: 120, height: 80 } }],
  ["Ellipse", { kind: "ellipse", size: { width: 120, height: 80 } }],
  ["Diamond", { kind: "diamond", size: { width: 120, height: 80 } }],
  ["Frame", { kind: "frame", size: { width: 120, height: 80 } }],
  ["Arrow", { kind: "arrow", tip: { x: 120, y: 80 } }],
  ["Line", { kind: "line", tip: { x: 120, y: 80 } }],
  ["Pen", { kind: "ink" }],
  ["Highlighter", { kind: "highlight" }],
] as const;

/** The places for shapes: four to a row. */
const placeOf = (i: number): ScreenXY => [
  330 + (i % 4) * 200,
  160 + Math.floor(i / 4) * 180,
];

test("every tool that drags shows the others what it makes, while it makes it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  for (const [i, [tool, shape]] of DRAGGED.entries())
    await test.step(tool, async () => {
      const [x, y] = placeOf(i);
      await ada.takeTool(tool);
      await ada.startStroke([
        [x, y],
        [x + 60, y + 30],
        [x + 120, y + 80],
      ]);
      await ben.expectPreviewsLike([{ ...shape, at: { x, y } }]);
      await ben.expectShapeCount(i);
      await ada.liftPen();
      await ben.expectShapeCount(i + 1);
      await ben.expectRemotePreviews(0);
      expect((await ben.shapes()).at(-1)).toMatchObject({
        ...shape,
        at: { x, y },
      });
    });
  await ben.expectSameBoardAs(ada);
});

test("notes and texts come with the caret in them, and others see both at once", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.takeTool("Sticky note");
  await ada.startStroke([
    [450, 300],
    [460, 310],
  ]);
  await ben.expectPreviewsLike([{ kind: "note" }]);
  await ada.liftPen();
  await expect(ada.textField).toBeFocused();
  await ada.page.keyboard.type("buy ink");
  await ben.expectShapesLike([{ kind: "note", text: "buy ink" }]);

  await ada.takeTool("Text");
  await ada.page.mouse.click(750, 300);
  await ada.page.keyboard.type("and paper");
  await ben.expectShapesLike([
    { kind: "note" },
    { kind: "text", text: "and paper" },
  ]);
  await ada.page.keyboard.press("Escape");
  await expect(ada.textField).toBeHidden();

  await ada.takeTool("Text");
  await ada.page.mouse.click(750, 450);
  await expect(ada.textField).toBeFocused();
  await ada.page.keyboard.press("Escape");
  await ada.expectShapeCount(2);
  await ben.expectSameBoardAs(ada);
});

test("a tool goes back to the bar after use, unless it is kept", async ({
  ada,
  together,
}) => {
  await together(ada);
  const select = ada.page.getByRole("button", { name: "Select", exact: true });
  await ada.takeTool("Rectangle");
  await ada.page.mouse.click(500, 250);
  await expect(select).toHaveAttribute("aria-pressed", "true");

  await ada.page.keyboard.press("q");
  await ada.takeTool("Ellipse");
  await ada.page.mouse.click(800, 250);
  await ada.page.mouse.click(800, 450);
  await ada.expectShapeCount(3);
  await expect(select).toHaveAttribute("aria-pressed", "false");
});

test("the eraser fades what it touches on both screens, and takes it as one step", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const size = { width: 100, height: 80 };
  await ada.loadShapes([
    { kind: "rectangle", at: { x: 400, y: 200 }, size, fill: "#a5d8ff" },
    { kind: "ellipse", at: { x: 600, y: 200 }, size, fill: "#b2f2bb" },
    { kind: "diamond", at: { x: 800, y: 400 }, size },
  ]);
  await ada.takeTool("Eraser");
  await ada.startStroke([
    [380, 240],
    [550, 240],
    [740, 240],
  ]);
  await expect
    .poll(() => ben.page.evaluate(() => window.__board!.remoteFaded().length))
    .toBe(2);
  await ada.page.keyboard.press("Escape");
  await ada.liftPen();
  await expect
    .poll(() => ben.page.evaluate(() => window.__board!.remoteFaded().length))
    .toBe(0);
  await ada.expectShapeCount(3);

  await ada.drawStroke([
    [380, 240],
    [550, 240],
    [740, 240],
  ]);
  await ben.expectShapesLike([{ kind: "diamond" }]);
  await ada.press("Undo");
  await ben.expectShapeCount(3);
  await ben.expectSameBoardAs(ada);
});

test("a laser pointer is seen by the others, and leaves nothing", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const lasers = () => ben.page.evaluate(() => window.__board!.remoteLasers());
  await ada.takeTool("Laser pointer");
  await ada.startStroke([
    [400, 240],
    [550, 300],
    [740, 240],
  ]);
  await expect.poll(lasers).toBe(1);
  await ada.liftPen();
  await expect.poll(lasers).toBe(0);
  await ben.expectShapeCount(0);
  await expect(
    ada.page.getByRole("button", { name: "Undo", exact: true }),
  ).toBeDisabled();
});
