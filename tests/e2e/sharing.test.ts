import { expectAccessible } from "../support/accessibility";
import { DEVICES } from "../support/devices";
import { Owner } from "../support/owner";
import { expect, test } from "./people";

const LINK = "What anyone with this link can do";

test("the owner says what the link gives, and the others hear their part", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  const owner = await Owner.of(ada);
  const dialog = await owner.shareDialog();
  const link = dialog.getByRole("combobox", { name: LINK });
  await expect(link).toHaveValue("editor");
  await link.selectOption("can chat, but not draw");
  await expect(ben.page.getByText(/You are a commenter now/)).toBeVisible();

  await ben.page.getByRole("button", { name: "Share" }).click();
  const others = ben.page.getByRole("dialog", { name: "Share this board" });
  await expect(
    others.getByText(/You can chat here, but not draw/),
  ).toBeVisible();
  await expect(others.getByRole("combobox")).toBeHidden();
  await expect(others.getByRole("button", { name: "Password" })).toBeHidden();

  await link.selectOption("cannot come in");
  await expect(dialog.getByText(/Only people to whom you gave/)).toBeVisible();
  await expect(ben.page.getByRole("alertdialog")).toBeVisible();
});

test("an invite link gives its role to as many as it is for", async ({
  ada,
  ben,
  cleo,
  together,
}) => {
  const board = await together(ada);
  const owner = await Owner.of(ada);
  const dialog = await owner.shareDialog();
  await dialog
    .getByRole("combobox", { name: LINK })
    .selectOption("cannot come in");
  const invites = await owner.topic("Invite links");
  await invites.getByRole("combobox", { name: "Role" }).selectOption("Viewer");
  await invites.getByRole("combobox", { name: "Lasts" }).selectOption("a day");
  await invites
    .getByRole("combobox", { name: "People" })
    .selectOption("10 people");
  await invites.getByRole("button", { name: "Make an invite link" }).click();
  const field = invites.getByRole("textbox", { name: "Invite link" });
  await expect(field).toHaveValue(/#invite=\w+$/);
  await expect(invites.getByRole("listitem")).toContainText(
    /Viewer.*for 10 more people/,
  );
  await invites.getByRole("button", { name: /^Revoke/ }).click();
  await expect(invites.getByRole("listitem")).toBeHidden();

  await invites
    .getByRole("combobox", { name: "People" })
    .selectOption("1 person");
  const revoked = await field.inputValue();
  await invites.getByRole("button", { name: "Make an invite link" }).click();
  await expect(field).not.toHaveValue(revoked);
  const link = await field.inputValue();
  await ben.open(link);
  await expect(ben.page).toHaveURL(board);
  await ben.openChat();
  await expect(ben.page.getByText(/You are a viewer here/)).toBeVisible();
  await expect(invites.getByRole("listitem")).toBeHidden();
  for (const gone of [link, revoked]) {
    await cleo.page.goto("about:blank");
    await cleo.page.goto(gone);
    await expect(
      cleo.page.getByRole("alertdialog", { name: /not good any more/ }),
    ).toBeVisible();
  }
});

test("a link makes another browser the same person", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada);
  const owner = await Owner.of(ada);
  const topic = await owner.topic("Continue on another device");
  await topic.getByRole("button", { name: "Make the link" }).click();
  const field = topic.getByRole("textbox", { name: "Link for your other" });
  await expect(field).toHaveValue(/#device=\w+$/);
  await ben.page.goto(await field.inputValue());
  await ben.page.getByRole("button", { name: "Yes, I made it" }).click();
  await expect(ben.saveLine).toHaveText(/Ready|Saved/);
  // The same person, who owns the board.
  await new Owner(ben).topic("Board rules");
  await ada.expectPeople(1);
});

test("a password is set, changed and removed", async ({ ada, together }) => {
  await together(ada);
  const owner = await Owner.of(ada);
  const topic = await owner.topic("Password");
  await topic.getByRole("textbox", { name: "Password" }).fill("otters");
  await topic.getByRole("button", { name: "Set the password" }).click();
  await expect(topic.getByText(/has a password now/)).toBeVisible();
  await topic.getByRole("button", { name: "Back" }).click();

  const dialog = await owner.shareDialog();
  const row = dialog.getByRole("button", { name: "Password" });
  await expect(row).toBeFocused();
  await expect(row).toHaveAccessibleName(/Set$/);
  await expect(dialog.getByText(/have to give the password/)).toBeVisible();
  await row.press("Enter");
  await topic.getByRole("button", { name: "Remove the password" }).click();
  await expect(topic.getByText(/no password any more/)).toBeVisible();
  await expect(
    topic.getByRole("button", { name: "Set the password" }),
  ).toBeVisible();
});

test("the lock and the chat are set before anybody has come", async ({
  ada,
  ben,
  together,
}) => {
  const board = await together(ada);
  const owner = await Owner.of(ada);
  const rules = await owner.topic("Board rules");
  const lock = rules.getByRole("switch", { name: "Lock the board" });
  await lock.click();
  await expect(lock).toBeChecked();
  await rules.getByRole("radio", { name: "Only me" }).check();
  await ben.open(board);
  await ben.openChat();
  await expect(ben.page.getByText(/Only the board’s owner/)).toBeVisible();
});

test("what cannot be asked for without the server is said", async ({
  ada,
  together,
}) => {
  const tab = await ada.newTab();
  await tab.page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    // From then on nothing that is asked for is answered.
    socket.onMessage((message) => {
      if (String(message).includes("set-link"))
        void socket.close({ code: 1011 });
      else server.send(message);
    });
  });
  await together(tab);
  const owner = await Owner.of(tab);
  const dialog = await owner.shareDialog();
  await dialog.getByRole("combobox", { name: LINK }).selectOption("viewer");
  await expect(dialog.getByRole("alert")).toHaveText(/server did not answer/);
});

for (const [device, viewport] of DEVICES)
  test.describe(`on a ${device}`, () => {
    test.use({ contextOptions: { viewport, reducedMotion: "reduce" } });

    test("everything behind the link is fit for everybody", async ({
      ada,
      together,
    }) => {
      await together(ada);
      const owner = await Owner.of(ada);
      await owner.shareDialog();
      await expectAccessible(ada.page, '[role="dialog"]');

      const password = await owner.topic("Password");
      await expectAccessible(ada.page, '[role="dialog"]');
      await password.getByRole("button", { name: "Back" }).click();

      const invites = await owner.topic("Invite links");
      await invites.getByRole("button", { name: "Make an invite" }).click();
      await expect(invites.getByRole("listitem")).toBeVisible();
      await expectAccessible(ada.page, '[role="dialog"]');
      await invites.getByRole("button", { name: "Back" }).click();

      const rules = await owner.topic("Board rules");
      await expectAccessible(ada.page, '[role="dialog"]');
      await rules.getByRole("button", { name: "Back" }).click();

      const topic = await owner.topic("Continue on another device");
      await topic.getByRole("button", { name: "Make the link" }).click();
      await expect(
        topic.getByRole("textbox", { name: "Link for your other device" }),
      ).toHaveValue(/#device=\w+$/);
      await expectAccessible(ada.page, '[role="dialog"]');
      const isTooWide = await ada.page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth,
      );
      expect(isTooWide).toBe(false);
    });
  });
