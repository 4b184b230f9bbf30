import { decide, userOf } from "../support/decide";
import type { Person, ScreenXY } from "../support/person";
import { TcpProxy } from "../support/tcp-proxy";
import { expect, test as base } from "./people";

const STROKE: ScreenXY[] = [
  [420, 300],
  [460, 360],
  [440, 420],
];

/** Opens a board that becomes Ada's, with one stroke on it; resolves with its link. */
const test = base.extend<{ begin: () => Promise<string> }>({
  begin: async ({ ada, together }, use) =>
    use(async () => {
      const link = await together(ada);
      await ada.drawStroke(STROKE);
      await ada.expectSaved();
      return link;
    }),
});

const dialogOf = ({ page }: Person) => page.getByRole("alertdialog");

const toolsOf = ({ page }: Person) =>
  page.getByRole("toolbar", { name: "Tools" });

test("who may only look sees what is drawn, has no pen, and gets one when they are given it", async ({
  ada,
  ben,
  begin,
}) => {
  const link = await begin();
  await decide(ada, { do: "set-link", role: "viewer" });
  await ben.open(link);

  await ben.expectShapeCount(1);
  await expect(toolsOf(ben).getByText("View only")).toBeVisible();
  await expect(toolsOf(ben).getByRole("button")).toHaveText(["", "", ""]);
  await ben.page.keyboard.press("p");
  await ben.drawStroke(STROKE);
  await ben.openPeople();
  const list = ben.page.getByRole("dialog", { name: "Here now" });
  await expect(
    list.getByRole("button", { name: "Raise my hand" }),
  ).toBeVisible();
  await expect(list.getByRole("button", { name: "React" })).toBeHidden();
  await expect(
    list.getByRole("button", { name: /Bring everyone/ }),
  ).toBeHidden();
  await ben.page.keyboard.press("Escape");
  await ben.page.keyboard.press("Control+a");
  await ben.page.keyboard.press("Delete");
  await ada.drawStroke(STROKE);
  await ben.expectShapeCount(2);
  await expect(ben.saveLine).toHaveText("Ready");

  await decide(ada, { do: "set-link", role: "editor" });
  await ben.takeTool("Pen");
  await ben.drawStroke(STROKE);
  await ben.expectSaved();
  await ada.expectShapeCount(3);
});

test("a gesture under way is given up when the board is locked, and nothing breaks", async ({
  ada,
  ben,
  begin,
}) => {
  const link = await begin();
  await ben.open(link);
  await ben.takeTool("Pen");
  await ben.startStroke(STROKE);

  await decide(ada, { do: "lock", on: true });
  await expect(toolsOf(ben).getByText("View only")).toBeVisible();
  await ben.liftPen();
  await decide(ada, { do: "lock", on: false });

  await ben.takeTool("Pen");
  await ben.drawStroke(STROKE);
  await ben.expectSaved();
  await ada.expectShapeCount(2);
});

test("what somebody drew offline who may not draw any more is offered as a file, and joins the board once they may", async ({
  ada,
  ben,
  server,
  begin,
}) => {
  const { port } = new URL(server.url);
  const line = await TcpProxy.to(Number(port));
  try {
    const link = await begin();
    await ben.open(link.replace(port, String(line.port)));
    await ben.expectShapeCount(1);
    line.cut();
    await ben.takeTool("Pen");
    await ben.drawStroke(STROKE);
    await expect(ben.saveLine).toHaveText(/1 change waiting/);
    await decide(ada, { do: "set-link", role: "viewer" });
    line.mend();
    await ben.hearNetwork();

    const notice = ben.page.getByRole("region", {
      name: "You may not draw here now",
    });
    await expect(notice).toContainText("1 change of yours is in this browser");
    await expect(ben.saveLine).toHaveText(/1 change not on the board/);
    const download = ben.page.waitForEvent("download");
    await notice.getByRole("button", { name: "Keep a file" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.boardwalk\.json$/);
    await ada.expectShapeCount(1);

    await decide(ada, { do: "set-link", role: "editor" });
    await ada.expectShapeCount(2);
    await ben.expectSaved();
    await expect(notice).toBeHidden();
  } finally {
    await line.close();
  }
});

test("work that was refused can be given up", async ({
  ada,
  ben,
  server,
  begin,
}) => {
  const { port } = new URL(server.url);
  const line = await TcpProxy.to(Number(port));
  try {
    const link = await begin();
    await ben.open(link.replace(port, String(line.port)));
    line.cut();
    await ben.takeTool("Pen");
    await ben.drawStroke(STROKE);
    await ben.expectShapeCount(2);
    await decide(ada, { do: "set-link", role: "viewer" });
    line.mend();
    await ben.hearNetwork();

    const giveUp = ben.page.getByRole("button", { name: "Give it up" });
    await giveUp.click();
    const question = ben.page.getByRole("alertdialog", {
      name: "Give up 1 change?",
    });
    await question.getByRole("button", { name: "Cancel" }).click();
    await expect(question).toBeHidden();
    await ben.expectShapeCount(2);
    await giveUp.click();
    await ben.reloadBy(() =>
      question.getByRole("button", { name: "Give up" }).click(),
    );

    await ben.expectShapeCount(1);
    await expect(ben.saveLine).toHaveText("Ready");
  } finally {
    await line.close();
  }
});

test("a board's password is asked for, and opens it", async ({
  ada,
  ben,
  begin,
}) => {
  const link = await begin();
  await decide(ada, { do: "set-password", password: "open sesame" });

  await ben.page.goto(link);
  const dialog = dialogOf(ben);
  await expect(dialog).toContainText("This board has a password");
  const field = dialog.getByLabel("Password");
  await expect(field).toBeFocused();
  await field.fill("sesame");
  await field.press("Enter");
  await expect(dialog.getByRole("alert")).toHaveText(
    "That is not the password.",
  );
  await field.fill("open sesame");
  await dialog.getByRole("button", { name: "Come in" }).click();

  await expect(dialog).toBeHidden();
  await ben.expectShapeCount(1);
  await ben.reloadBy(async () => void (await ben.page.reload()));
  await ben.expectShapeCount(1);
});

test("who is removed is told so and may come back, and who is banned may not", async ({
  ada,
  ben,
  begin,
}) => {
  const link = await begin();
  await ben.open(link);
  const user = await userOf(ben);

  await decide(ada, { do: "kick", user });
  await expect(dialogOf(ben)).toContainText("You were removed from this board");
  await dialogOf(ben).getByRole("button", { name: "Try again" }).click();
  await expect(dialogOf(ben)).toBeHidden();
  await ben.expectShapeCount(1);

  await decide(ada, { do: "ban", user, withAddress: false });
  await expect(dialogOf(ben)).toContainText(
    "You may not come in here any more",
  );
  await dialogOf(ben).getByRole("button", { name: "Try again" }).click();
  await expect(dialogOf(ben)).toContainText(
    "You may not come in here any more",
  );
});

test("an invite opens a board that its link does not, and is told when it is not good any more", async ({
  ada,
  ben,
  cleo,
  begin,
}) => {
  const link = await begin();
  await decide(ada, { do: "set-link", role: "none" });
  const token = await decide(ada, { do: "invite", role: "editor", uses: 1 });

  await ben.open(`${link}#invite=${token}`);
  await ben.expectShapeCount(1);
  expect(ben.page.url()).toBe(link);
  await ben.takeTool("Pen");
  await ben.drawStroke(STROKE);
  await ada.expectShapeCount(2);

  await cleo.page.goto(`${link}#invite=${token}`);
  await expect(dialogOf(cleo)).toContainText("This link is not good any more");
  await dialogOf(cleo)
    .getByRole("button", { name: "Open the board without it" })
    .click();
  await expect(dialogOf(cleo)).toContainText("You cannot come in here");
});

test("a person goes on as themselves in another browser, once they agree", async ({
  ada,
  ben,
  cleo,
  begin,
}) => {
  const link = await begin();
  const token = await ada.page.evaluate(async () => {
    const response = await fetch("/api/me/devices", { method: "POST" });
    return ((await response.json()) as { token: string }).token;
  });

  await cleo.page.goto(`${link}#device=${token}`);
  await dialogOf(cleo)
    .getByRole("button", { name: "No, stay as I am" })
    .click();
  await cleo.page.waitForFunction(() => "__board" in window);
  await cleo.expectShapeCount(1);
  expect(cleo.page.url()).toBe(link);

  await ben.page.goto(`${link}#device=${token}`);
  await expect(dialogOf(ben)).toContainText("Go on here as yourself?");
  await ben.reloadBy(() =>
    dialogOf(ben).getByRole("button", { name: "Yes, I made it" }).click(),
  );
  expect(ben.page.url()).toBe(link);
  await ben.expectShapeCount(1);
  expect(await userOf(ben)).toBe(await userOf(ada));
});
