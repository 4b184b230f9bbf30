import { expectAccessible } from "../support/accessibility";
import { expect, test } from "./people";

const RECTANGLE = {
  kind: "rectangle",
  at: { x: 400, y: 300 },
  size: { width: 200, height: 120 },
} as const;

test("what one selects is outlined on the other's board in the colour of the person", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([RECTANGLE]);
  await ben.expectShapeCount(1);
  await ada.page.keyboard.press("Control+a");
  const colour = await ada.page
    .getByRole("button", { name: /Change your name/ })
    .locator("[data-initials]")
    .evaluate((disc) => getComputedStyle(disc).backgroundColor);
  // In the middle of the line that runs beside the rectangle's left edge.
  const seen = () =>
    ben.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(
        'canvas[data-layer="selected"]',
      );
      const pixel = canvas?.getContext("2d")?.getImageData(396, 360, 1, 1).data;
      return pixel && `rgb(${pixel[0]}, ${pixel[1]}, ${pixel[2]})`;
    });
  await expect.poll(seen).toBe(colour);
});

test("a person's view is followed until Esc, and they are told of it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.openPeople();
  await ada.page
    .getByRole("button", { name: `Follow ${await ben.nameOnBoard()}` })
    .click();
  await ada.page.keyboard.press("Escape");
  const pill = ada.page.getByRole("status").filter({ hasText: "Following" });
  await expect(pill).toBeVisible();
  const camera = { x: 500, y: 400, zoom: 2 };
  await ben.setCamera(camera);
  const camerasOf = (person: typeof ada) =>
    person.page.evaluate(() => window.__board!.getCamera());
  await expect
    .poll(async () => Math.round((await camerasOf(ada)).x))
    .toBe(camera.x);
  await ben.openPeople();
  await expect(ben.page.getByText("1 person follows you")).toBeVisible();
  await expectAccessible(ben.page);

  await ada.page.keyboard.press("Escape");
  await expect(pill).toBeHidden();
  await expect(ben.page.getByText("1 person follows you")).toBeHidden();
});

test("a chip at the window's edge leads to somebody who points outside of it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.setCamera({ x: 5000, y: 0, zoom: 1 });
  await ben.page.mouse.move(600, 400);
  const chip = ada.page.getByRole("button", {
    name: `Go to ${await ben.nameOnBoard()}`,
  });
  await expect(chip).toBeVisible();
  await chip.click();
  await expect(chip).toBeHidden();
  const camera = await ada.page.evaluate(() => window.__board!.getCamera());
  expect(camera.x).toBeLessThan(600);
});

test("hands are raised in the list, and everybody can be asked to come", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.openPeople();
  await ben.openPeople();
  await ben.page.getByRole("button", { name: "Raise my hand" }).click();
  await expect(ada.page.getByText(/^hand raised at/)).toBeVisible();
  await expect(ada.page.getByRole("status", { name: "People" })).toHaveText(
    `${await ben.nameOnBoard()} raised a hand.`,
  );

  await ada.page.keyboard.press("Escape");
  await ben.setCamera({ x: 3000, y: 2000, zoom: 1 });
  await ben.page.getByRole("button", { name: "Bring everyone to me" }).click();
  await ada.page.getByRole("button", { name: "Go", exact: true }).click();
  await expect
    .poll(() =>
      ada.page.evaluate(() => Math.round(window.__board!.getCamera().x)),
    )
    .toBe(3000);
});

test("what is said at the cursor is seen by the other, and by Esc taken back", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const words = ben.page.locator('canvas[data-layer="speech"]');
  await ada.page.mouse.move(600, 400);
  await ada.page.keyboard.press("/");
  const field = ada.page.getByRole("textbox", {
    name: "What the others see at your cursor",
  });
  await field.pressSequentially("over here");
  await expect(words).toBeVisible();
  await expectAccessible(ada.page);
  await field.press("Escape");
  await expect(field).toBeHidden();
  await expect(words).toBeHidden();
});
