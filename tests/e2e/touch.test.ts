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
  ...fingers: Finger[]
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
  await ben.expectRemoteStrokes(1);
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
  await ben.expectRemoteStrokes(0);
});
