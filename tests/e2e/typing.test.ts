import type { NewShape } from "@/core/board/draft";
import type { Person } from "../support/person";
import { expect, test } from "./people";

const SIZE = { width: 200, height: 120 };
const note: NewShape = {
  kind: "note",
  at: { x: 500, y: 250 },
  size: { width: 200, height: 200 },
};
const rectangle: NewShape = {
  kind: "rectangle",
  at: { x: 500, y: 250 },
  size: SIZE,
  fill: "#a5d8ff",
};
/** A point in either of them, away from its text. */
const INSIDE = [520, 270] as const;

async function edit(person: Person): Promise<void> {
  await person.page.keyboard.press("v");
  await person.doubleClick(INSIDE);
  await expect(person.textField).toBeFocused();
}

for (const shape of [note, rectangle])
  test(`two people write in one ${shape.kind} at once and keep every letter`, async ({
    ada,
    ben,
    together,
  }) => {
    await together(ada, ben);
    await ada.loadShapes([shape]);
    await ben.expectShapeCount(1);
    await edit(ada);
    await ada.page.keyboard.type("shared: ");
    await ben.expectShapesLike([{ text: "shared: " }]);
    await edit(ben);
    await expect(ben.textField).toHaveValue("shared: ");

    await Promise.all([
      ada.page.keyboard.type("abcdefgh", { delay: 20 }),
      ben.page.keyboard.type("12345678", { delay: 20 }),
    ]);
    await ben.expectSameBoardAs(ada);
    const text = await ada.textField.inputValue();
    expect(await ben.textField.inputValue()).toBe(text);
    expect(text).toMatch(/^shared: /);
    // Each one's letters are there, once, in their order.
    expect(text.replaceAll(/[^a-h]/g, "").slice(-8)).toBe("abcdefgh");
    expect(text.replaceAll(/\D/g, "")).toBe("12345678");

    await expect
      .poll(() => caretsSeenBy(ada))
      .toMatchObject([{ head: text.indexOf("8") + 1 }]);
    await expect
      .poll(() => caretsSeenBy(ben))
      .toMatchObject([{ head: text.indexOf("h", 8) + 1 }]);
    await ada.page.keyboard.press("Escape");
    await expect.poll(() => caretsSeenBy(ben)).toEqual([]);
    await expect(ben.textField).toBeVisible();
  });

const caretsSeenBy = ({ page }: Person) =>
  page.evaluate(() => window.__board!.remoteCarets());

test("what is typed before the page has loaded its texts is in the text", async ({
  ada,
  ben,
  together,
}) => {
  const tab = await ada.newTab();
  await together(tab, ben);
  const { page } = tab;
  const release = await tab.holdLoading();
  await page.keyboard.press("n");
  await page.mouse.click(500, 300);
  await page.keyboard.type("keepp");
  await page.keyboard.press("Backspace");
  release();
  await expect(tab.textField).toBeFocused();
  await page.keyboard.type(" it");
  await ben.expectShapesLike([{ kind: "note", text: "keep it" }]);
});

test("a letter that the field missed is before what is typed next", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.page.keyboard.press("n");
  await ada.page.mouse.click(500, 300);
  await expect(ada.textField).toBeFocused();
  await ada.page.evaluate(() => {
    for (const key of "keep")
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
  });
  await ada.page.keyboard.type(" it");
  await ben.expectShapesLike([{ kind: "note", text: "keep it" }]);
});

test("undo while one types takes back one's own letters and leaves the other's", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([note]);
  await ben.expectShapeCount(1);
  await edit(ada);
  await ada.page.keyboard.type("mine");
  await ben.expectShapesLike([{ text: "mine" }]);
  await edit(ben);
  await ben.page.keyboard.type(" theirs");
  await expect(ada.textField).toHaveValue("mine theirs");

  await ada.page.keyboard.press("Control+z");
  await expect(ada.textField).toHaveValue(" theirs");
  await expect(ben.textField).toHaveValue(" theirs");
  await expect(ada.textField).toBeFocused();
  await ada.page.keyboard.press("Control+Shift+z");
  await expect(ben.textField).toHaveValue("mine theirs");
  await ben.expectSameBoardAs(ada);
});

test("a double click edits what is there, and writes anew on the paper", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.page.keyboard.press("v");
  await ada.doubleClick([500, 300]);
  await ada.page.keyboard.type("first");
  await ada.page.mouse.click(900, 500);
  await expect(ada.textField).toBeHidden();
  await ben.expectShapesLike([{ kind: "text", text: "first" }]);

  await ada.doubleClick([510, 300]);
  await expect(ada.textField).toHaveValue("first");
  await ada.page.keyboard.press("End");
  await ada.page.keyboard.type(" and last");
  await ada.page.keyboard.press("Control+Enter");
  await ben.expectShapesLike([{ text: "first and last" }]);
});

const SCRIPTS = {
  "an emoji of several parts": "👩‍👩‍👧 🏳️‍🌈",
  Chinese: "你好，世界",
  Hebrew: "שלום עולם",
  Arabic: "مرحبا",
};

test("every script arrives as it was typed", async ({ ada, ben, together }) => {
  await together(ada, ben);
  await ada.loadShapes([note]);
  await ben.expectShapeCount(1);
  await edit(ada);
  let all = "";
  for (const [script, text] of Object.entries(SCRIPTS))
    await test.step(script, async () => {
      await ada.page.keyboard.insertText(text);
      await ada.page.keyboard.press("Enter");
      all += `${text}\n`;
      await ben.expectShapesLike([{ text: all }]);
    });
  await ada.page.keyboard.press("Backspace");
  await ada.page.keyboard.press("Control+z");
  await expect(ada.textField).toHaveValue("");
  await ben.expectSameBoardAs(ada);
});

test("a word that is composed goes in once, while another types beside it", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.loadShapes([note]);
  await ben.expectShapeCount(1);
  await edit(ben);
  await ben.page.keyboard.type("说");
  await ada.expectShapesLike([{ text: "说" }]);
  await edit(ada);
  const input = await ada.context.newCDPSession(ada.page);
  for (const text of ["n", "ni", "nih", "niha", "nihao"]) {
    await input.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    if (text === "ni") {
      await ben.page.keyboard.press("Home");
      await ben.page.keyboard.type("我");
      await ada.expectShapesLike([{ text: "我说ni" }]);
    }
  }
  await input.send("Input.insertText", { text: "你好" });
  await ben.expectShapesLike([{ text: "我说你好" }]);
  await expect(ada.textField).toHaveValue("我说你好");
  await ben.expectSameBoardAs(ada);
});
