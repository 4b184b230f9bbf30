import type { NewShape } from "@/core/board/draft";
import type { ScreenXY } from "../support/person";
import { expect, test } from "./people";

const rectangle: NewShape = {
  kind: "rectangle",
  at: { x: 500, y: 250 },
  size: { width: 120, height: 80 },
  fill: "#a5d8ff",
};
const DRAG: ScreenXY[] = [
  [540, 290],
  [600, 330],
  [640, 390],
];

test("Esc in a gesture leaves everything as it was, for everybody", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([rectangle]);
  await ben.expectShapeCount(1);
  const before = await ben.fingerprint();

  for (const tool of ["Rectangle", "Arrow", "Sticky note", "Select"])
    await test.step(tool, async () => {
      await ada.takeTool(tool);
      await ada.startStroke(DRAG);
      await ben.expectRemotePreviews(1);
      await ada.page.keyboard.press("Escape");
      await ben.expectRemotePreviews(0);
      await ada.liftPen();
    });
  expect(await ada.fingerprint()).toBe(before);
  expect(await ben.fingerprint()).toBe(before);
});

test("a tab that is closed in a gesture leaves nothing behind", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.takeTool("Ellipse");
  await ada.startStroke(DRAG);
  await ben.expectRemotePreviews(1);
  await ada.page.close();
  await ben.expectRemotePreviews(0);
  await ben.expectShapeCount(0);
});

test("what another deletes while one drags it stays deleted", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([rectangle]);
  await ben.expectShapeCount(1);
  await ada.page.keyboard.press("v");
  await ada.startStroke(DRAG);
  await ben.expectRemotePreviews(1);
  await ben.page.keyboard.press("Control+a");
  await ben.page.keyboard.press("Delete");
  await ada.expectShapeCount(0);
  await ben.expectRemotePreviews(0);
  await ada.page.mouse.move(700, 420);
  await ada.liftPen();
  await ada.expectShapeCount(0);
  await ben.expectShapeCount(0);
  await ben.press("Undo");
  await ada.expectShapeCount(1);
  await ben.expectSameBoardAs(ada);
});

test("what another locks while one drags it stays where it is", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([rectangle]);
  await ben.expectShapeCount(1);
  await ada.page.keyboard.press("v");
  await ada.startStroke(DRAG);
  await ben.expectRemotePreviews(1);
  await ben.page.keyboard.press("Control+a");
  await ben.page.keyboard.press("Control+Shift+l");
  await ada.expectShapesLike([{ locked: true }]);
  await ada.liftPen();
  await ben.expectSameBoardAs(ada);
  await ben.expectShapesLike([{ locked: true, at: { x: 500, y: 250 } }]);
});

test("a text that another deletes while one types in it closes, and comes back whole", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([{ ...rectangle, text: "" }]);
  await ben.expectShapeCount(1);
  await ada.page.keyboard.press("v");
  await ada.doubleClick([540, 290]);
  await ada.page.keyboard.type("kept");
  await ben.expectShapesLike([{ text: "kept" }]);
  await ben.page.keyboard.press("Control+a");
  await ben.page.keyboard.press("Delete");
  await expect(ada.textField).toBeHidden();
  await ben.press("Undo");
  await ada.expectShapesLike([{ text: "kept" }]);
  await ben.expectSameBoardAs(ada);
});
