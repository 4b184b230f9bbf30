import { expect, test, type Page } from "@playwright/test";

import { openTextPage } from "../support/text-page";

/** Opens a text box with `text` in it, the caret at its end. What it tells is told by `told`. */
async function openBox(page: Page, text: string) {
  await openTextPage(page);
  await page.evaluate((text) => {
    const told: string[] = [];
    const state = { text };
    const tell = (word: string) => () => void told.push(word);
    const box = new window.boardText.TextBox({
      host: document.body,
      label: "Text of the note",
      text,
      place: {
        ...{ left: 20, top: 20, width: 200, height: 200, zoom: 1, angle: 0 },
        ...{ font: "sans", fontSize: 20, align: "start", maxWidth: 200 },
        ...{ verticalAlign: "start", colour: "#000000" },
      },
      onInput(next, { from, to, insert }) {
        const { text } = state;
        state.text = text.slice(0, from) + insert + text.slice(to);
        told.push(`${from}-${to} ${JSON.stringify(insert)}`);
        if (state.text !== next) told.push(`but the text is ${next}`);
      },
      onSelection: (start, end) => void told.push(`at ${start}-${end}`),
      onDone: tell("done"),
      onUndo: tell("undo"),
      onRedo: tell("redo"),
    });
    document.addEventListener("keydown", tell("board key"));
    document.addEventListener("pointerdown", tell("board click"));
    box.focus(text.length, text.length);
    Object.assign(window, { box, state, told });
  }, text);
  return {
    field: page.getByRole("textbox", { name: "Text of the note" }),
    text: () => page.evaluate(() => window.state.text),
    /** What was told since the last time, without the caret's places. */
    told: async () => {
      const all = await page.evaluate(() => window.told.splice(0));
      return all.filter((word) => !word.startsWith("at "));
    },
    places: async () => {
      const all = await page.evaluate(() => window.told.splice(0));
      return all.filter((word) => word.startsWith("at "));
    },
    /** Another person's edit. */
    change: (text: string, caret: number) =>
      page.evaluate(
        ([text, caret]) => {
          window.state.text = text;
          window.box.setValue(text, caret, caret);
        },
        [text, caret] as const,
      ),
  };
}

declare global {
  interface Window {
    readonly box: InstanceType<typeof window.boardText.TextBox>;
    readonly state: { text: string };
    readonly told: string[];
  }
}

test("what is typed is told as the smallest edit", async ({ page }) => {
  const { field, text, told } = await openBox(page, "hello");
  await page.keyboard.type("o");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  expect(await told()).toEqual(['5-5 "o"', '4-5 ""', '0-0 "\\n"']);
  expect(await text()).toBe("\nhello");
  await expect(field).toHaveValue("\nhello");
});

test("the caret's place is told when it moves", async ({ page }) => {
  const { places } = await openBox(page, "hello");
  await expect.poll(places).toEqual(["at 5-5"]);
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(places).toEqual(["at 4-5"]);
});

test("keys and clicks stay in the field, and some end it or undo", async ({
  page,
}) => {
  const { field, told } = await openBox(page, "a");
  await field.click();
  for (const key of ["v", "Control+b", "Escape", "Control+Enter", "Tab"])
    await page.keyboard.press(key);
  for (const key of ["Control+z", "Control+Shift+z", "Control+y"])
    await page.keyboard.press(key);
  expect(await told()).toEqual([
    ...['1-1 "v"', "done", "done", "done", "undo", "redo", "redo"],
  ]);
  await expect(field).toHaveValue("av");
  await expect(field).toBeFocused();
});

test("others' edits are shown at once", async ({ page }) => {
  const { field, told, change } = await openBox(page, "mine");
  await change("theirs and mine", 15);
  await expect(field).toHaveValue("theirs and mine");
  await page.keyboard.type("!");
  expect(await told()).toEqual(['15-15 "!"']);
});

test("a caret that has just moved is not put back by others' edits", async ({
  page,
}) => {
  const { field, text } = await openBox(page, "mine");
  await field.evaluate((element: HTMLTextAreaElement) => {
    // Before the browser has told of it.
    element.setSelectionRange(2, 2);
    window.state.text = "a mine";
    window.box.setValue(window.state.text, 6, 6);
  });
  await page.keyboard.type("-");
  expect(await text()).toBe("a mi-ne");
});

test("while a word is composed, others' edits wait and lose nothing", async ({
  page,
}) => {
  const { field, text, told, change } = await openBox(page, "说");
  const input = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    input.send("Input.imeSetComposition", {
      ...{ text, selectionStart: text.length, selectionEnd: text.length },
    });
  await compose("n");
  await compose("ni");
  await change("他说ni", 4);
  await expect(field).toHaveValue("说ni");
  await compose("nih");
  expect(await told()).toEqual(['1-1 "n"', '2-2 "i"', '4-4 "h"']);
  await input.send("Input.insertText", { text: "你" });
  await expect(field).toHaveValue("他说你");
  expect(await text()).toBe("他说你");
  expect(await told()).toEqual(['2-5 "你"']);
  await page.keyboard.type("!");
  expect(await text()).toBe("他说你!");
});

test("the field grows with its text and never scrolls", async ({ page }) => {
  const { field } = await openBox(page, "");
  await page.keyboard.type("many words ".repeat(40));
  const scrolled = await field.evaluate(
    ({ scrollTop, scrollHeight, clientHeight }) =>
      scrollTop + scrollHeight - clientHeight,
  );
  expect(scrolled).toBe(0);
});
