import type { NewShape } from "@/core/board/draft";
import { expectAccessible } from "../support/accessibility";
import { expect, test } from "./people";

const SIZE = { width: 120, height: 80 };
const shapes: NewShape[] = [
  { kind: "rectangle", at: { x: 500, y: 250 }, size: SIZE, fill: "#a5d8ff" },
  { kind: "note", at: { x: 700, y: 250 }, size: SIZE, text: "buy ink" },
];

test.describe("where nothing moves", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("what opens over the board is fit for everybody", async ({
    ada,
    together,
  }) => {
    await together(ada);
    const { page } = ada;
    await ada.loadShapes(shapes);
    await page.keyboard.press("Control+a");
    await expect(ada.stylePanel).toBeVisible();
    await expectAccessible(page);

    await ada.stylePanel
      .getByRole("button", { name: "Colour: Another colour" })
      .click();
    await expect(
      page.getByRole("textbox", { name: "Colour code" }),
    ).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press("Escape");

    await page.mouse.click(540, 290, { button: "right" });
    const menu = page.getByRole("menu", { name: "What to do here" });
    await expect(menu).toBeVisible();
    await expectAccessible(page, '[role="menu"]');
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();

    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press("Escape");

    await page.keyboard.press("?");
    await expect(page.getByText("Bring to front")).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: /^Zoom level/ }).click();
    await expect(
      page.getByRole("button", { name: /Zoom to fit/ }),
    ).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await page.keyboard.press("Escape");

    await ada.doubleClick([710, 260]);
    await expect(ada.textField).toBeFocused();
    await expectAccessible(page, "textarea");
  });
});

test.describe("on a phone", () => {
  test.use({
    contextOptions: {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: "reduce",
    },
  });

  test("every tool and style is within reach", async ({ ada, together }) => {
    await together(ada);
    const { page } = ada;
    await page.getByRole("button", { name: "More tools" }).tap();
    await page.getByRole("button", { name: "Ellipse" }).tap();
    await page.touchscreen.tap(195, 300);
    await ada.expectShapesLike([{ kind: "ellipse" }]);
    await page.getByRole("button", { name: "Style", exact: true }).tap();
    const fills = page.getByRole("radiogroup", { name: "Fill", exact: true });
    await fills.getByRole("radio", { name: "Green" }).tap();
    await ada.expectShapesLike([{ fill: "#b2f2bb" }]);
    await expectAccessible(page);
  });
});
