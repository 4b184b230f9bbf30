import { expectAccessible } from "../support/accessibility";
import { expect, test } from "./people";

test.describe("where nothing moves", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("every page and panel is fit for everybody", async ({
    ada,
    ben,
    server,
  }) => {
    await ada.page.goto(server.url);
    await expect(
      ada.page.getByRole("button", { name: "New board" }),
    ).toBeVisible();
    await expectAccessible(ada.page);

    const link = await ada.createBoard(server.url);
    await ben.open(link);
    await ada.expectPeople(2);
    await expectAccessible(ada.page);

    await ada.openChat();
    await ada.say("Hello, see https://example.org");
    await expect(ada.messages.getByRole("link")).toBeVisible();
    await expectAccessible(ada.page);
    await ada.page.keyboard.press("Escape");

    await ada.page.getByRole("button", { name: "Share" }).click();
    await expect(ada.page.getByRole("dialog")).toBeVisible();
    await expectAccessible(ada.page, '[role="dialog"]');

    await ada.page.goto(`${server.url}/r/_`);
    await expect(ada.page.getByRole("heading")).toBeVisible();
    await expectAccessible(ada.page);
  });
});

test("a board is found by its name, its link, and on the list of boards seen", async ({
  ada,
  server,
}) => {
  const link = await ada.createBoard(server.url);
  const name = link.split("/").at(-1)!;
  const join = async (text: string) => {
    await ada.page.goto(server.url);
    const field = ada.page.getByRole("textbox", { name: /Join by name/ });
    await field.fill(text);
    await field.press("Enter");
  };
  for (const text of [link, name, name.replaceAll("-", " ").toUpperCase()]) {
    await join(text);
    await expect(ada.page).toHaveURL(link);
  }
  await ada.page.goto(server.url);
  await ada.page.getByRole("link", { name: new RegExp(name) }).click();
  await expect(ada.page).toHaveURL(link);

  await join("???");
  await expect(ada.page.getByText(/not a board’s name/)).toBeVisible();
});

test("an address that was cut off gets a page like any other mistake", async ({
  ada,
  server,
}) => {
  await ada.page.goto(`${server.url}/r/%`);
  await expect(
    ada.page.getByRole("link", { name: /start page/ }),
  ).toBeVisible();
});

test("a name that cannot be one is told so, with a way out", async ({
  ada,
  server,
}) => {
  await ada.page.goto(`${server.url}/r/no_such~name`);
  await expect(ada.page.getByRole("heading")).toHaveText(
    "That is not a board’s name",
  );
  await ada.page.getByRole("link", { name: /start page/ }).click();
  await expect(
    ada.page.getByRole("button", { name: "New board" }),
  ).toBeVisible();
});

test("the link is copied, also where the browser has no clipboard", async ({
  ada,
  server,
}) => {
  const tab = await ada.newTab();
  await tab.page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", { value: undefined }),
  );
  await tab.createBoard(server.url);
  await tab.page.getByRole("button", { name: "Share" }).click();
  await tab.page.getByRole("button", { name: "Copy" }).click();
  await expect(tab.page.getByRole("button", { name: "Copied" })).toBeVisible();
});

test("the hook for measurements works on a board without a network", async ({
  ada,
  server,
}) => {
  await ada.page.goto(`${server.url}/bench`);
  await ada.page.waitForFunction(() => window.__board !== undefined);
  const count = await ada.page.evaluate(async () => {
    const board = window.__board!;
    await board.ready;
    const box = { w: 60, h: 40, fill: "#a5d8ff", stroke: "#1971c2" };
    await board.loadScene({
      shapes: [
        { id: "r", type: "rect", x: 0, y: 0, ...box },
        { id: "e", type: "ellipse", x: 100, y: 0, ...box },
      ],
    });
    board.applyRemote([{ id: "r", x: 500, y: 20 }]);
    return board.shapeCount();
  });
  expect(count).toBe(2);
  expect(await ada.page.evaluate(() => window.__board!.getShape("r"))).toEqual({
    x: 500,
    y: 20,
  });
});

test("a browser that is too old is told so, in place of a page that it could not show", async ({
  ada,
  server,
}) => {
  const tab = await ada.newTab();
  await tab.page.addInitScript("delete Array.prototype.at");
  await tab.page.goto(server.url);
  await expect(
    tab.page.getByRole("heading", { name: "This browser is too old" }),
  ).toBeVisible();
});

test("a part that cannot be loaded says so, and lets itself be closed", async ({
  ada,
  server,
}) => {
  const tab = await ada.newTab();
  await tab.open(`${server.url}/r/left-alone`);
  // The rest of the page comes once it is used.
  await tab.page.route("**/_next/static/**", (route) => route.abort());

  await tab.page.getByRole("button", { name: "Share" }).click();
  const note = tab.page.getByText("This part could not be loaded");
  await expect(note).toBeVisible();
  await tab.page.getByRole("button", { name: "Close" }).click();

  await expect(note).toBeHidden();
  await tab.page.unrouteAll();
  await tab.drawStroke([
    [400, 300],
    [460, 340],
  ]);
  await tab.expectSaved();
});

test("a board of the list is renamed, copied, pinned and taken off", async ({
  ada,
  ben,
  server,
  together,
}) => {
  const link = await together(ada, ben);
  const room = link.split("/").at(-1)!;
  await ada.loadShapes([{ kind: "rectangle", at: { x: 300, y: 200 } }]);
  await ada.expectSaved();
  await ada.page.goto(server.url);
  const choose = async (name: string, item: string) => {
    await ada.page
      .getByRole("button", { name: `More for ${name}`, exact: true })
      .click();
    await ada.page.getByRole("menuitem", { name: item }).click();
  };
  const names = ada.page.getByRole("list").getByRole("link");

  await choose(room, "Rename");
  const field = ada.page.getByRole("textbox", { name: "Name of the board" });
  await field.fill("Our plans");
  await field.press("Enter");
  await expect(ben.page.getByRole("heading", { level: 1 })).toHaveText(
    "Our plans",
  );
  await choose("Our plans", "Duplicate");
  await expect(names).toHaveText([/Copy of Our plans/, /Our plans/]);
  await choose("Our plans", "Pin to the top");
  await expect(names).toHaveText([/^Our plans/, /Copy of Our plans/]);
  await choose("Our plans", "Take off the list");
  await expect(names).toHaveText([/Copy of Our plans/]);
  await names.click();
  await expect(ada.page.getByRole("heading", { level: 1 })).toHaveText(
    "Copy of Our plans",
  );
  await ada.expectShapesLike([{ kind: "rectangle" }]);
});
