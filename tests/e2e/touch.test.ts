import type { CDPSession } from "@playwright/test";
import { expect, test } from "./people";

test.use({
  contextOptions: {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  },
});

type Finger = { readonly x: number; readonly y: number };

/** Fingers on the glass: the browser makes pointer events of them as of real ones. */
async function touch(
  session: CDPSession,
  type: "touchStart" | "touchMove" | "touchEnd",
  ...fingers: readonly Finger[]
) {
  const touchPoints = fingers.map(({ x, y }, id) => ({ x, y, id }));
  await session.send("Input.dispatchTouchEvent", { type, touchPoints });
}

test("on a phone one finger draws, and two move and zoom without leaving a mark", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const fingers = await ada.context.newCDPSession(ada.page);

  await touch(fingers, "touchStart", { x: 100, y: 300 });
  for (let i = 1; i <= 10; i++)
    await touch(fingers, "touchMove", { x: 100 + i * 15, y: 300 + i * 8 });
  await ben.expectRemotePreviews(1);
  await touch(fingers, "touchEnd");
  await ben.expectShapeCount(1);
  await ada.expectSaved();

  await touch(fingers, "touchStart", { x: 150, y: 400 });
  await touch(fingers, "touchStart", { x: 150, y: 400 }, { x: 250, y: 400 });
  for (let i = 1; i <= 10; i++)
    await touch(
      fingers,
      "touchMove",
      { x: 150 - i * 5, y: 400 },
      { x: 250 + i * 5, y: 400 },
    );
  await touch(fingers, "touchEnd");
  await expect
    .poll(() => ada.page.evaluate(() => window.__board!.getCamera().zoom))
    .toBeGreaterThan(1.5);
  await ada.expectShapeCount(1);
  await ben.expectRemotePreviews(0);
});

test("two fingers undo by a tap, a long press opens the menu, and one finger drags out a shape", async ({
  ada,
  together,
}) => {
  await together(ada);
  const fingers = await ada.context.newCDPSession(ada.page);
  await ada.takeTool("Rectangle");
  await touch(fingers, "touchStart", { x: 100, y: 250 });
  for (let i = 1; i <= 5; i++)
    await touch(fingers, "touchMove", { x: 100 + i * 30, y: 250 + i * 20 });
  await touch(fingers, "touchEnd");
  await ada.expectShapesLike([
    { kind: "rectangle", size: { width: 150, height: 100 } },
  ]);

  const pair = [
    { x: 150, y: 500 },
    { x: 220, y: 500 },
  ] as const;
  // All at once: a tap that takes too long is none.
  await Promise.all([
    touch(fingers, "touchStart", pair[0]),
    touch(fingers, "touchStart", ...pair),
    touch(fingers, "touchEnd"),
  ]);
  await ada.expectShapeCount(0);
  await ada.press("Redo");
  await ada.expectShapeCount(1);

  await touch(fingers, "touchStart", { x: 100, y: 300 });
  const menu = ada.page.getByRole("menu", { name: "What to do here" });
  await expect(menu).toBeVisible();
  await touch(fingers, "touchEnd");
  await expect(menu).toBeVisible();
  await menu.getByRole("menuitem", { name: "Duplicate" }).tap();
  await ada.expectShapeCount(2);
});

test("once a pen has drawn, a finger only moves the board", async ({
  ada,
  together,
}) => {
  await together(ada);
  const glass = await ada.context.newCDPSession(ada.page);
  const pen = (type: string, x: number, y: number) =>
    glass.send("Input.dispatchMouseEvent", {
      type: type as "mousePressed",
      ...{ x, y, button: "left", buttons: 1, clickCount: 1 },
      ...{ pointerType: "pen", force: 0.5 },
    });
  await pen("mousePressed", 100, 250);
  for (let i = 1; i <= 5; i++) await pen("mouseMoved", 100 + i * 20, 250);
  await pen("mouseReleased", 200, 250);
  await ada.expectShapesLike([{ kind: "ink" }]);

  const camera = () => ada.page.evaluate(() => window.__board!.getCamera());
  await touch(glass, "touchStart", { x: 200, y: 400 });
  for (let i = 1; i <= 5; i++)
    await touch(glass, "touchMove", { x: 200 - i * 20, y: 400 });
  await touch(glass, "touchEnd");
  await expect.poll(camera).toMatchObject({ x: 100, y: 0 });
  await ada.expectShapeCount(1);
});
