import type { NewShape } from "@/core/board/draft";
import { expect, test } from "./people";

const SIZE = { width: 120, height: 80 };

const rectangle: NewShape = {
  kind: "rectangle",
  at: { x: 500, y: 250 },
  size: SIZE,
  fill: "#a5d8ff",
};
const ellipse: NewShape = {
  kind: "ellipse",
  at: { x: 700, y: 370 },
  size: SIZE,
  fill: "#b2f2bb",
};

test("another sees a shape while it is moved, resized and turned, and the same shape after it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([rectangle]);
  await ben.expectShapeCount(1);
  await ada.page.keyboard.press("v");

  await test.step("move", async () => {
    await ada.startStroke([
      [540, 290],
      [560, 300],
      [600, 330],
    ]);
    await ben.expectPreviewsLike([{ at: { x: 560, y: 290 }, size: SIZE }]);
    await ben.expectShapesLike([{ at: { x: 500, y: 250 } }]);
    await ada.liftPen();
    await ben.expectShapesLike([{ at: { x: 560, y: 290 } }]);
    await ben.expectSameBoardAs(ada);
  });

  await test.step("resize", async () => {
    await ada.startStroke([
      [680, 370],
      [700, 390],
      [720, 410],
    ]);
    const grown = { at: { x: 560, y: 290 }, size: { width: 160, height: 120 } };
    await ben.expectPreviewsLike([grown]);
    await ada.liftPen();
    await ben.expectShapesLike([grown]);
    await ben.expectSameBoardAs(ada);
  });

  await test.step("turn", async () => {
    await ada.page.keyboard.down("Shift");
    await ada.startStroke([
      [640, 266],
      [700, 280],
      [724, 350],
    ]);
    await ben.expectPreviewsLike([{ angle: expect.closeTo(Math.PI / 2, 3) }]);
    await ada.liftPen();
    await ada.page.keyboard.up("Shift");
    await ben.expectShapesLike([{ angle: expect.closeTo(Math.PI / 2, 3) }]);
    await ben.expectSameBoardAs(ada);
  });

  await test.step("undo takes it back step by step", async () => {
    await ada.press("Undo");
    await ben.expectShapesLike([{ angle: 0, size: { width: 160 } }]);
    await ada.press("Undo");
    await ben.expectShapesLike([{ at: { x: 560, y: 290 }, size: SIZE }]);
    await ada.press("Undo");
    await ben.expectShapesLike([{ at: { x: 500, y: 250 }, size: SIZE }]);
    await ben.expectSameBoardAs(ada);
  });
});

test("several shapes are moved, resized and turned as one, and others see it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([rectangle, ellipse]);
  await ben.expectShapeCount(2);
  await ada.page.keyboard.press("Control+a");
  expect(await ada.selection()).toHaveLength(2);

  // Between the two, where the frame round both can be taken hold of.
  await ada.startStroke([
    [640, 360],
    [620, 340],
    [600, 320],
  ]);
  await ben.expectPreviewsLike([
    { at: { x: 460, y: 210 } },
    { at: { x: 660, y: 330 } },
  ]);
  await ada.liftPen();
  await ben.expectShapesLike([
    { at: { x: 460, y: 210 } },
    { at: { x: 660, y: 330 } },
  ]);

  await ada.startStroke([
    [780, 410],
    [700, 350],
    [620, 310],
  ]);
  await ben.expectPreviewsLike([
    { size: { width: 60, height: 40 } },
    { at: { x: 560, y: 270 }, size: { width: 60, height: 40 } },
  ]);
  await ada.liftPen();
  await ben.expectSameBoardAs(ada);

  await ada.startStroke([
    [540, 186],
    [600, 200],
    [640, 260],
  ]);
  await ben.expectRemotePreviews(2);
  await ada.liftPen();
  await ben.expectSameBoardAs(ada);
  const [first, second] = await ben.shapes();
  expect(first!.angle).not.toBe(0);
  expect(second!.angle).toBeCloseTo(first!.angle);
});

test("Alt drags out a copy, and Shift keeps to one direction", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([rectangle]);
  await ada.page.keyboard.press("v");
  await ada.page.keyboard.down("Alt");
  await ada.startStroke([
    [540, 290],
    [640, 390],
    [740, 440],
  ]);
  await ben.expectRemotePreviews(1);
  await ada.liftPen();
  await ada.page.keyboard.up("Alt");
  await ben.expectShapesLike([
    { at: { x: 500, y: 250 } },
    { at: { x: 700, y: 400 } },
  ]);

  await ada.page.keyboard.down("Shift");
  await ada.drawStroke([
    [740, 440],
    [840, 450],
    [900, 460],
  ]);
  await ada.page.keyboard.up("Shift");
  await ben.expectShapesLike([
    { at: { x: 500, y: 250 } },
    { at: { x: 860, y: 400 } },
  ]);
  await ben.expectSameBoardAs(ada);
});

test("a person's undo takes back their move and leaves another's colour", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([rectangle]);
  await ada.page.keyboard.press("v");
  await ada.drawStroke([
    [540, 290],
    [580, 320],
    [640, 330],
  ]);
  await ben.expectShapesLike([{ at: { x: 600, y: 290 } }]);
  await ben.page.keyboard.press("v");
  await ben.page.mouse.click(640, 330);
  await ben.stylePanel
    .getByRole("radiogroup", { name: "Colour" })
    .getByRole("radio", { name: "Red" })
    .click();
  await ada.expectShapesLike([{ stroke: "#e03131" }]);
  await ada.press("Undo");
  await ben.expectShapesLike([{ at: { x: 500, y: 250 }, stroke: "#e03131" }]);
  await ben.expectSameBoardAs(ada);
});
