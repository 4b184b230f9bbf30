import type { NewShape } from "@/core/board/draft";
import { asShapeId } from "@/core/base/ids";
import { expect, test } from "./people";

const SIZE = { width: 120, height: 80 };
const shapes: NewShape[] = [
  { kind: "rectangle", at: { x: 500, y: 250 }, size: SIZE, fill: "#a5d8ff" },
  { kind: "ellipse", at: { x: 700, y: 250 }, size: SIZE, fill: "#b2f2bb" },
];

test("a group is moved and taken apart by whoever likes to", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes(shapes);
  await ben.expectShapeCount(2);
  await ada.page.keyboard.press("Control+a");
  await ada.page.keyboard.press("Control+g");
  const grouped = { parent: expect.any(String) };
  await ben.expectShapesLike([grouped, grouped]);

  await ben.page.keyboard.press("v");
  await ben.startStroke([
    [540, 290],
    [580, 340],
    [640, 390],
  ]);
  await ada.expectPreviewsLike([{ at: { x: 600 } }, { at: { x: 800 } }]);
  await ben.liftPen();
  await ada.expectShapesLike([
    { at: { x: 600, y: 350 } },
    { at: { x: 800, y: 350 } },
  ]);

  await test.step("a double click goes into it", async () => {
    await ben.doubleClick([640, 390]);
    await ben.page.keyboard.press("ArrowDown");
    await ada.expectShapesLike([{ at: { y: 351 } }, { at: { y: 350 } }]);
    await ben.page.keyboard.press("Escape");
  });

  await ben.page.keyboard.press("Control+Shift+g");
  await ada.expectShapesLike([{ parent: undefined }, { parent: undefined }]);
  await ben.press("Undo");
  await ada.expectShapesLike([grouped, grouped]);
  await ben.expectSameBoardAs(ada);
});

test("a frame takes its shapes along and hides what reaches beyond it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const frame = asShapeId("a-frame");
  await ada.loadShapes([
    {
      kind: "frame",
      id: frame,
      at: { x: 500, y: 250 },
      size: { width: 200, height: 200 },
    },
    {
      kind: "rectangle",
      at: { x: 650, y: 300 },
      size: SIZE,
      fill: "#a5d8ff",
      parent: frame,
    },
  ]);
  await ben.expectShapeCount(2);
  const isBlueAt = (x: number, y: number) =>
    ben.page.evaluate(
      ([x, y]) => {
        const canvas = document.querySelector<HTMLCanvasElement>(
          'canvas[data-layer="board"]',
        )!;
        const [r, , b, a] = canvas
          .getContext("2d")!
          .getImageData(x, y, 1, 1).data;
        return a! > 200 && b! - r! > 30;
      },
      [x, y] as const,
    );
  await expect.poll(() => isBlueAt(680, 340)).toBe(true);
  expect(await isBlueAt(730, 340)).toBe(false);

  await ada.page.keyboard.press("v");
  await ada.startStroke([
    [500, 350],
    [480, 350],
    [400, 350],
  ]);
  await ben.expectRemotePreviews(2);
  await ada.liftPen();
  await ben.expectShapesLike([{ at: { x: 400 } }, { at: { x: 550 } }]);
  await ben.expectSameBoardAs(ada);

  await test.step("what is dragged out of it belongs to the board", async () => {
    await ada.page.keyboard.press("Escape");
    await ada.drawStroke([
      [570, 340],
      [700, 340],
      [870, 340],
    ]);
    await ben.expectShapesLike([{}, { kind: "rectangle", parent: undefined }]);
    await expect.poll(() => isBlueAt(960, 340)).toBe(true);
  });
});

test("what is drawn in a frame belongs to it, and goes with it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.takeTool("Frame");
  await ada.drawStroke([
    [500, 200],
    [600, 300],
    [800, 450],
  ]);
  const [frame] = await ada.shapes();
  await ada.takeTool("Rectangle");
  await ada.drawStroke([
    [560, 260],
    [600, 300],
    [660, 340],
  ]);
  await ben.expectShapesLike([{ kind: "frame" }, { parent: frame!.id }]);
  await ada.page.mouse.click(500, 300);
  await ada.page.keyboard.press("Delete");
  await ben.expectShapeCount(0);
  await ada.press("Undo");
  await ben.expectShapeCount(2);
});
