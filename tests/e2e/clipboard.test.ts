import type { NewShape } from "@/core/board/draft";
import type { Person } from "../support/person";
import { expect, test } from "./people";

test.use({
  contextOptions: { permissions: ["clipboard-read", "clipboard-write"] },
});

const SIZE = { width: 120, height: 80 };
const shapes: NewShape[] = [
  { kind: "rectangle", at: { x: 500, y: 250 }, size: SIZE, fill: "#a5d8ff" },
  { kind: "note", at: { x: 700, y: 250 }, size: SIZE, text: "buy ink" },
];

test("shapes are copied to another board in another tab, and cut from the first", async ({
  ada,
  ben,
  together,
}) => {
  const link = await together(ada, ben);
  await ada.loadShapes(shapes);
  await ben.expectShapeCount(2);
  const other = await ada.openTab(`${link}-other`);
  await ada.page.bringToFront();
  await forgetCopied(ada);
  await ada.page.keyboard.press("Control+a");
  await ada.page.keyboard.press("Control+c");
  await expectCopied(ada, "buy ink");

  await other.page.bringToFront();
  await other.page.keyboard.press("Control+v");
  await other.expectShapesLike([
    { kind: "rectangle", size: SIZE, fill: "#a5d8ff" },
    { kind: "note", size: SIZE, text: "buy ink" },
  ]);
  expect(await other.selection()).toHaveLength(2);
  const [first, second] = await other.shapes();
  expect(second!.at.x - first!.at.x).toBe(200);

  await ada.page.bringToFront();
  await ada.page.keyboard.press("Control+x");
  await ben.expectShapeCount(0);
  await ada.page.keyboard.press("Control+v");
  await ben.expectShapeCount(2);
  await ben.expectSameBoardAs(ada);
});

test("what is copied before the page has loaded what copies is copied then", async ({
  ada,
  together,
}) => {
  const tab = await ada.newTab();
  await together(tab);
  await tab.loadShapes(shapes);
  await forgetCopied(tab);
  const { page } = tab;
  const release = await tab.holdLoading();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  release();
  await expectCopied(tab, "buy ink");
});

test("a copy is one step for undo, and Mod+D needs no clipboard", async ({
  ada,
  together,
}) => {
  await together(ada);
  await ada.loadShapes(shapes);
  await ada.page.keyboard.press("Control+a");
  await ada.page.keyboard.press("Control+d");
  await ada.expectShapeCount(4);
  await ada.press("Undo");
  await ada.expectShapeCount(2);
});

test("text from elsewhere becomes a text on the board, where the pointer is", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.page.evaluate(() =>
    navigator.clipboard.writeText("from elsewhere\r\nin two lines"),
  );
  await ada.page.mouse.move(600, 300);
  await ada.page.keyboard.press("Control+v");
  await ben.expectShapesLike([
    { kind: "text", text: "from elsewhere\nin two lines" },
  ]);
  const [text] = await ben.shapes();
  expect(text!.at.x).toBeLessThan(600);
  expect(text!.at.y).toBeLessThan(300);
});

test("text that is pasted into a text stays in it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes(shapes);
  await ben.expectShapeCount(2);
  await ada.page.evaluate(() => navigator.clipboard.writeText(" and paper"));
  await ada.page.keyboard.press("v");
  await ada.doubleClick([710, 260]);
  await expect(ada.textField).toBeFocused();
  await ada.page.keyboard.press("Control+v");
  await ben.expectShapesLike([{}, { text: "buy ink and paper" }]);
  await ben.expectShapeCount(2);
});

for (const hasClipboard of [true, false])
  test(`the menu copies and pastes in a browser ${hasClipboard ? "that lets pages read the clipboard" : "without a clipboard for pages"}`, async ({
    ada,
    together,
  }) => {
    const tab = await ada.newTab();
    if (!hasClipboard)
      await tab.page.addInitScript(() =>
        Object.defineProperty(navigator, "clipboard", { value: undefined }),
      );
    await together(tab);
    await tab.loadShapes(shapes);
    await tab.page.keyboard.press("v");
    await tab.chooseFromMenu([540, 290], "Copy");
    await tab.chooseFromMenu([600, 500], "Paste");
    await tab.expectShapesLike([
      ...[{ kind: "rectangle" }, { kind: "note" }],
      { kind: "rectangle", size: SIZE, fill: "#a5d8ff" },
    ]);
    await tab.chooseFromMenu([710, 260], "Cut");
    await tab.expectShapeCount(2);
    await tab.chooseFromMenu([900, 500], "Paste");
    await tab.expectShapesLike([{}, {}, { kind: "note", text: "buy ink" }]);
  });

/** So that what a copy brings is not what was there. */
async function forgetCopied({ page }: Person): Promise<void> {
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
}

async function expectCopied({ page }: Person, text: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain(text);
}
