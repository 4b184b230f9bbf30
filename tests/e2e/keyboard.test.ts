import { expect, test } from "./people";

test("everything can be made, found, changed and taken back without a pointer", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const { keyboard } = ada.page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };

  await test.step("make", async () => {
    await press("r", "Enter", "ArrowLeft");
    await press("Shift+ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft");
    await press("Escape", "o", "Enter");
    await ben.expectShapesLike([{ kind: "rectangle" }, { kind: "ellipse" }]);
    const [rectangle, ellipse] = await ben.shapes();
    expect(ellipse!.at.x - rectangle!.at.x).toBe(31);
    expect(await ada.selection()).toEqual([ellipse!.id]);
  });

  await test.step("write into it", async () => {
    await press("Enter");
    await expect(ada.textField).toBeFocused();
    await keyboard.type("hello v1");
    await press("Escape");
    await expect(ada.textField).toBeHidden();
    await ben.expectShapesLike([{ text: "" }, { text: "hello v1" }]);
  });

  await test.step("walk from one to the next", async () => {
    const [rectangle, ellipse] = await ada.shapes();
    await press("Escape", "Tab");
    expect(await ada.selection()).toEqual([rectangle!.id]);
    await press("Tab");
    expect(await ada.selection()).toEqual([ellipse!.id]);
    await press("Shift+Tab");
    expect(await ada.selection()).toEqual([rectangle!.id]);
  });

  await test.step("move, resize and turn", async () => {
    const [before] = await ada.shapes();
    const { x, y } = before!.at;
    await press("ArrowDown", "Shift+ArrowRight");
    await ben.expectShapesLike([{ at: { x: x + 10, y: y + 1 } }, {}]);
    const width = "size" in before! ? before.size.width : 0;
    await press("Control+Shift+ArrowRight");
    await ben.expectShapesLike([{ size: { width: width + 10 } }, {}]);
    await press("Alt+.");
    await ben.expectShapesLike([{ angle: expect.closeTo(Math.PI / 12) }, {}]);
  });

  await test.step("order, copy and delete", async () => {
    await press("]");
    await ben.expectShapesLike([{ kind: "ellipse" }, { kind: "rectangle" }]);
    await press("Control+d");
    await ben.expectShapeCount(3);
    await press("Delete");
    await ben.expectShapeCount(2);
  });

  await test.step("undo all of it", async () => {
    for (let i = 0; i < 20; i++) await press("Control+z");
    await ben.expectShapeCount(0);
    await press("Control+Shift+z");
    await ben.expectShapesLike([{ kind: "rectangle" }]);
  });
});

test("the palette finds a command by its name and runs it", async ({
  ada,
  together,
}) => {
  await together(ada);
  const { page } = ada;
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find a command" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("diam");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(
    page.getByRole("button", { name: "Diamond", exact: true }),
  ).toHaveAttribute("aria-pressed", "true");

  await page.keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await page.keyboard.press("Enter");
  await ada.expectShapesLike([{ kind: "diamond" }]);
});

test("the sheet of all keys opens with a question mark and closes with Esc", async ({
  ada,
  together,
}) => {
  await together(ada);
  await ada.page.keyboard.press("?");
  const sheet = ada.page.getByRole("dialog", { name: "Keys and gestures" });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByText("Bring to front")).toBeVisible();
  await ada.page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

test("the context menu is walked through with keys, and gives the keyboard back", async ({
  ada,
  together,
}) => {
  await together(ada);
  await ada.loadShapes([
    {
      kind: "rectangle",
      at: { x: 500, y: 250 },
      size: { width: 120, height: 80 },
      fill: "#a5d8ff",
    },
  ]);
  await ada.page.mouse.click(540, 290, { button: "right" });
  const menu = ada.page.getByRole("menu", { name: "What to do here" });
  await expect(menu).toBeFocused();
  await ada.page.keyboard.type("Dup");
  await expect(menu.getByRole("menuitem", { name: "Duplicate" })).toBeFocused();
  await ada.page.keyboard.press("Enter");
  await expect(menu).toBeHidden();
  await ada.expectShapeCount(2);
  await ada.page.keyboard.press("Delete");
  await ada.expectShapeCount(1);
});
