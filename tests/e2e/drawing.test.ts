import type { ScreenXY } from "../support/person";
import { expect, test } from "./people";

const LINE: ScreenXY[] = [
  [500, 300],
  [540, 340],
  [600, 330],
  [680, 380],
];
const HOOK: ScreenXY[] = [
  [500, 450],
  [560, 470],
  [620, 450],
];

test("two people see each other's strokes before the pen is lifted", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.startStroke(LINE);
  await ben.startStroke(HOOK);
  await ben.expectRemotePreviews(1);
  await ada.expectRemotePreviews(1);
  await ada.expectShapeCount(0);
  await ada.liftPen();
  await ben.expectShapeCount(1);
  await ben.expectRemotePreviews(0);
  await ben.liftPen();
  await ada.expectShapeCount(2);
  await ada.expectRemotePreviews(0);
  expect(await ada.shapes()).toEqual(await ben.shapes());
});

test("the hint of an empty board makes way for what others draw on it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const hint = ben.page.getByRole("heading", { name: "A fresh board" });
  await expect(hint).toBeVisible();
  await ada.startStroke(LINE);
  await expect(hint).toBeHidden();
  await ada.page.keyboard.press("Escape");
  await expect(hint).toBeVisible();
});

test("a stroke that is given up leaves nothing behind anywhere", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.startStroke(LINE);
  await ben.expectRemotePreviews(1);
  await ada.page.keyboard.press("Escape");
  await ben.expectRemotePreviews(0);
  await ada.liftPen();
  await ada.drawStroke(HOOK);
  await ben.expectShapeCount(1);
  await ada.expectShapeCount(1);
});

test("one who comes in the middle of a stroke sees it too", async ({
  ada,
  ben,
  together,
}) => {
  const link = await together(ada);
  await ada.startStroke(LINE);
  await ben.open(link);
  await ada.page.mouse.move(700, 420);
  await ben.expectRemotePreviews(1);
  await ada.liftPen();
  await ben.expectShapeCount(1);
});

test("a person's undo leaves another's work alone", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.drawStroke(LINE);
  await ben.expectShapeCount(1);
  await ben.drawStroke(HOOK);
  await ada.expectShapeCount(2);
  const bens = (await ada.shapes())[1];
  await ada.press("Undo");
  await ben.expectShapeCount(1);
  expect(await ben.shapes()).toEqual([bens]);
  await expect(
    ada.page.getByRole("button", { name: "Undo", exact: true }),
  ).toBeDisabled();
  await ada.press("Redo");
  await ben.expectShapeCount(2);
});

test("a clicked stroke is deleted, and its maker sees it go", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.drawStroke(LINE);
  await ben.expectShapeCount(1);
  await ben.page.keyboard.press("v");
  await ben.page.mouse.click(540, 340);
  await ben.page.keyboard.press("Delete");
  await ada.expectShapeCount(0);
  await ben.press("Undo");
  await ada.expectShapeCount(1);
});

test("a stroke takes the colour and width that were picked", async ({
  ada,
  together,
}) => {
  await together(ada);
  await ada.page.getByRole("radio", { name: "Red" }).click();
  await ada.page.getByRole("radio", { name: "Thick" }).click();
  await ada.drawStroke(LINE);
  expect(await ada.shapes()).toMatchObject([
    { kind: "ink", stroke: "#e03131", strokeWidth: 4 },
  ]);
});

test("panning and zooming move the view and change nothing on the board", async ({
  ada,
  ben,
  together,
}) => {
  const link = await together(ada);
  await ada.drawStroke(LINE);
  await ben.open(link);
  await ben.expectShapeCount(1);
  const before = await ben.shapes();
  await ben.page.mouse.move(640, 400);
  await ben.page.mouse.wheel(120, 80);
  await ben.page.keyboard.down("Control");
  await ben.page.mouse.wheel(0, -240);
  await ben.page.keyboard.up("Control");
  const zoom = () => ben.page.evaluate(() => window.__board!.getCamera().zoom);
  await expect.poll(zoom).toBeGreaterThan(1);
  await ben.page.keyboard.down("Space");
  await ben.drawStroke(HOOK);
  await ben.page.keyboard.up("Space");
  expect(await ben.shapes()).toEqual(before);
});
