import { expectAccessible } from "../support/accessibility";
import { DEVICES } from "../support/devices";
import { Owner } from "../support/owner";
import type { Person, ScreenXY } from "../support/person";
import { expect, test } from "./people";

const LINE: ScreenXY[] = [
  [500, 300],
  [560, 360],
];

const hears = (person: Person, text: RegExp) =>
  expect(person.page.getByText(text)).toBeVisible();

test("on a locked board only its owner draws, and whoever has the pen", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const owner = await Owner.of(ada);
  await ben.expectShapeCount(1);
  const name = await ben.nameOnBoard();

  await owner.setLock(true);
  await hears(ben, /has locked the board/);
  const tools = ben.page.getByRole("toolbar", { name: "Tools" });
  await expect(tools.getByText("View only")).toBeVisible();
  await ben.drawStroke(LINE);
  await owner.choose(name, "Give the pen for 5 minutes");
  await hears(ben, /You have the pen: you can draw until \d\d:\d\d/);
  await expect(
    (await owner.people()).getByText(/pen until \d\d:\d\d/),
  ).toBeVisible();
  await ben.takeTool("Pen");
  await ben.drawStroke(LINE);
  // The stroke while it was locked was none.
  await ada.expectShapeCount(2);

  await owner.choose(name, "Take the pen back");
  await hears(ben, /pen was taken back/);
  await ben.drawStroke(LINE);
  await owner.setLock(false);
  await hears(ben, /board is unlocked/);
  await ben.takeTool("Pen");
  await ben.drawStroke(LINE);
  await ada.expectShapeCount(3);
  await ben.expectSaved();
});

test("a person's role is chosen by a menu, and told to them", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const owner = await Owner.of(ada);
  const name = await ben.nameOnBoard();
  await ben.openChat();

  await owner.choose(name, "Viewer");
  await hears(ben, /You are a viewer now/);
  await hears(ben, /you can read along, but not write/);
  await expect(
    (await owner.people()).getByText("Viewer", { exact: true }),
  ).toBeVisible();
  const menu = await owner.menuOf(name);
  await expect(
    menu.getByRole("menuitemradio", { name: "Viewer" }),
  ).toBeChecked();
  await ada.page.keyboard.press("Escape");

  await owner.choose(name, "Commenter");
  await hears(ben, /You are a commenter now/);
  await ben.say("May I?");
  await expect(ben.messages.getByText("May I?")).toBeVisible();
  await owner.choose(name, "As the link says");
  await hears(ben, /You are an editor now/);
});

test("the owner alone may write in the chat, or everybody slowly", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const owner = await Owner.of(ada);
  await ben.openChat();
  await ben.page.getByRole("textbox", { name: "Write a message" }).fill("I—");
  await owner.setChat("Only me");
  await hears(ben, /Only the board’s owner writes here now/);

  await owner.setChat("Slow");
  await hears(ben, /one message every 10 seconds/);
  // What was begun is still there.
  const field = ben.page.getByRole("textbox", { name: "Write a message" });
  await expect(field).toHaveValue("I—");
  await ben.say("first");
  await expect(ben.messages.getByText("first")).toBeVisible();
  await expect(ben.messages.getByText("Waiting to be sent")).toBeHidden();
  await ben.say("second");
  await expect(ben.messages.getByText("Waiting to be sent")).toBeVisible();
  await owner.setChat("Everybody");
  await expect(ben.messages.getByText("Waiting to be sent")).toBeHidden();
  await expect(ben.messages.getByText("second")).toBeVisible();
});

test("whoever is banned is out until they are let in again", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const owner = await Owner.of(ada);
  const name = await ben.nameOnBoard();
  await owner.choose(name, "Ban…");
  const question = ada.page.getByRole("alertdialog", { name: `Ban ${name}?` });
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await question
    .getByRole("checkbox", { name: /same network address/ })
    .check();
  await expect(question.getByText(/often shares one address/)).toBeVisible();
  await question.getByRole("checkbox").uncheck();
  await question.getByRole("button", { name: "Ban" }).click();
  await expect(ben.page.getByRole("alertdialog")).toBeVisible();

  // Whoever uses the keys goes on in the list, though the button is gone that they pressed.
  const list = await owner.people();
  await expect(list.getByRole("heading", { name: "Here now" })).toBeFocused();
  await ada.page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  // Alone there is no list of people.
  const rules = await owner.topic("Board rules");
  await rules.getByRole("button", { name: `Let ${name} in again` }).click();
  await expect(rules.getByRole("list")).toBeHidden();
  await ben.page.reload();
  await ada.expectPeople(2);
});

test("whoever is removed may come back", async ({ ada, ben, together }) => {
  await together(ada, ben);
  const owner = await Owner.of(ada);
  await owner.choose(await ben.nameOnBoard(), "Remove from the board");
  await expect(ben.page.getByRole("alertdialog")).toBeVisible();
  await ben.page.reload();
  await ada.expectPeople(2);
});

test("a board that is handed over has another owner, who alone decides", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const owner = await Owner.of(ada);
  const name = await ben.nameOnBoard();
  await owner.choose(name, "Hand the board over…");
  await ada.page
    .getByRole("alertdialog", { name: `Hand the board over to ${name}?` })
    .getByRole("button", { name: "Hand over" })
    .click();
  await hears(ben, /The board is yours now/);
  await hears(ada, /another owner now/);
  await expect(
    (await owner.people()).getByRole("switch", { name: "Lock the board" }),
  ).toBeHidden();
  await new Owner(ben).setLock(true);
  await hears(ada, /has locked the board/);
});

for (const [device, viewport] of DEVICES)
  test.describe(`on a ${device}`, () => {
    test.use({ contextOptions: { viewport, reducedMotion: "reduce" } });

    test("what an owner has in the list is fit for everybody", async ({
      ada,
      ben,
      together,
    }) => {
      await together(ada, ben);
      const owner = await Owner.of(ada);
      const name = await ben.nameOnBoard();
      await owner.choose(name, "Commenter");
      await owner.choose(name, "Give the pen");
      await owner.setChat("Slow");
      await expect(
        (await owner.people()).getByText("pen", { exact: true }),
      ).toBeVisible();
      await expectAccessible(ada.page, '[role="dialog"]');
      await owner.menuOf(name);
      await expectAccessible(ada.page, '[role="menu"]');
      await ada.page.keyboard.press("Escape");

      await owner.choose(name, "Ban…");
      await ada.page.getByRole("checkbox").check();
      await expectAccessible(ada.page, '[role="alertdialog"]');
      await ada.page.keyboard.press("Escape");
      // Not the list with it.
      await expect(await owner.people()).toBeVisible();
    });
  });
