import type { Person } from "../support/person";
import { TcpProxy } from "../support/tcp-proxy";
import { expect, test } from "./people";

/** Chooses what is to be done with a message. */
async function choose({ page, messages }: Person, text: string, item: string) {
  await messages.getByText(text).first().click({ button: "right" });
  await page.getByRole("menuitem", { name: item }).click();
}

const field = ({ page }: Person) =>
  page.getByRole("textbox", { name: /Write a message|Edit message/ });

test("people write to each other, and a latecomer reads it all", async ({
  ada,
  ben,
  cleo,
  together,
}) => {
  const link = await together(ada, ben);
  await ada.openChat();
  await ada.say("Shall we start with the roof?");
  const unread = ben.page.getByRole("button", { name: /Chat.*1 unread/ });
  await expect(unread).toBeVisible();
  await ben.openChat();
  await expect(ben.messages).toContainText("Shall we start with the roof?");
  await expect(unread).toBeHidden();
  await ben.say("With the door, see https://example.org/door");
  await expect(ada.messages).toContainText("With the door");

  await cleo.open(link);
  await cleo.openChat();
  await expect(cleo.messages).toContainText("roof");
  const door = cleo.messages.getByRole("link", {
    name: "https://example.org/door",
  });
  await expect(door).toHaveAttribute("rel", /noreferrer/);
});

test("letters typed into the chat never reach the tools", async ({
  ada,
  together,
}) => {
  await together(ada);
  await ada.openChat();
  await ada.say("v h p 1 2 3");
  await expect(ada.messages).toContainText("v h p 1 2 3");
  await expect(
    ada.page.getByRole("button", { name: "Pen", exact: true }),
  ).toHaveAttribute("aria-pressed", "true");
});

test("an answer, another text and a deletion are seen by the other at once", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.openChat();
  await ben.openChat();
  await ada.say("Who brings the ladder?");
  await choose(ben, "Who brings the ladder?", "Reply");
  await ben.say("I bring it");
  const quote = ada.messages.getByRole("button", { name: /In reply to/ });
  await expect(quote).toContainText("Who brings the ladder?");

  await field(ben).press("ArrowUp");
  await field(ben).fill("I bring two of them");
  await field(ben).press("Enter");
  await expect(ada.messages).toContainText("I bring two of them");
  await expect(ada.messages).toContainText("edited");

  await choose(ada, "I bring two of them", "Reply");
  await ada.say("Good");
  await choose(ben, "I bring two of them", "Delete");
  await ben.page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Delete" })
    .click();
  for (const person of [ada, ben]) {
    await expect(person.messages).not.toContainText("I bring two of them");
    await expect(person.messages).toContainText("Message deleted");
  }
});

test("a mention of somebody who is away waits for them, on the start page and on any board, until it is read", async ({
  ada,
  ben,
  server,
  together,
}) => {
  await together(ada, ben);
  const bensName = await ben.nameOnBoard();
  await ben.openChat();
  await ben.say("I have to go");
  await ada.openChat();
  await expect(ada.messages).toContainText("I have to go");
  // Away, but known: whoever has written before can be called.
  await ben.page.goto("about:blank");
  await field(ada).pressSequentially("@");
  await ada.page.getByRole("option", { name: bensName }).click();
  await field(ada).pressSequentially("look at the roof");
  await field(ada).press("Enter");
  await expect(ada.messages).toContainText(`@${bensName} look at the roof`);

  await ben.createBoard(server.url);
  const tab = await ben.newTab();
  await tab.page.goto(server.url);
  const waiting = tab.page.getByRole("link", { name: /look at the roof/ });
  await expect(waiting).toBeVisible();
  // Only who looks at a page has read it.
  await ben.page.bringToFront();
  await ben.openChat();
  await ben.page
    .getByRole("button", {
      name: "1 message waits on other boards",
      exact: true,
    })
    .click();
  await ben.openWaiting(/look at the roof/);
  await expect(ben.messages).toContainText("look at the roof");
  await expect(waiting).toBeHidden();
});

test("messages written without a line wait, marked, and go in their order and once", async ({
  ada,
  ben,
  server,
}) => {
  const line = await TcpProxy.to(Number(new URL(server.url).port));
  try {
    const link = await ada.createBoard(`http://localhost:${line.port}`);
    await ben.open(link.replace(String(line.port), new URL(server.url).port));
    await ada.openChat();
    await ben.openChat();
    line.cut();
    const sayings = ["one thing", "another thing", "and a third"];
    for (const saying of sayings) await ada.say(saying);
    const marks = ada.page.getByText("Waiting to be sent");
    await expect(marks.first()).toBeVisible();
    line.mend();
    await expect(ben.messages).toContainText("and a third", {
      timeout: 45_000,
    });
    await expect(marks).toHaveCount(0);
    for (const { messages } of [ada, ben])
      await expect(messages.getByText(/thing$|third$/)).toHaveText(sayings);
  } finally {
    await line.close();
  }
});

test("a message takes its reader to the shapes that it points to, and the search to an old message", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.openChat();
  await ben.openChat();
  await ada.takeTool("Rectangle");
  await ada.drawStroke([
    [400, 300],
    [500, 380],
  ]);
  await ada.page
    .getByRole("button", { name: "Attach the selected shapes" })
    .click();
  await ada.say("Is this the door?");
  const chip = ben.messages.getByRole("button", { name: "1 shape" });
  await expect(chip).toBeVisible();
  await ben.setCamera({ x: 9_000, y: 9_000, zoom: 1 });
  const back = ben.page.getByRole("button", { name: /Back to/ });
  await expect(back).toBeVisible();
  await chip.click();
  await expect(back).toBeHidden();

  await ben.page.getByRole("button", { name: "Search messages" }).click();
  const search = ben.page.getByRole("searchbox", { name: "Search messages" });
  await search.fill("THE DOOR");
  await ben.page
    .getByRole("list", { name: "Messages found" })
    .getByRole("button", { name: /Is this the door/ })
    .click();
  await expect(search).toBeHidden();
  await expect(ben.messages.getByText("Is this the door?")).toBeInViewport();
});

test("the desktop tells of a mention while the page is hidden, once that was switched on", async ({
  ada,
  ben,
  together,
}) => {
  const link = await together(ada, ben);
  const tab = await ben.newTab();
  await tab.page.addInitScript(() => {
    class FakeNotification {
      static permission = "granted";
      static requestPermission = async () => "granted";
      constructor(title: string) {
        window.name += `${title};`;
      }
    }
    Object.defineProperty(window, "Notification", { value: FakeNotification });
  });
  await tab.open(link);
  const bensName = await tab.nameOnBoard();
  await tab.openChat();
  await tab.page.getByRole("button", { name: "Chat settings" }).click();
  const item = tab.page.getByRole("menuitemcheckbox", {
    name: "Desktop notifications",
  });
  await item.click();
  await tab.page.evaluate(() => {
    for (const [key, value] of [
      ["hidden", true],
      ["visibilityState", "hidden"],
      ["hasFocus", () => false],
    ] as const)
      Object.defineProperty(document, key, { value });
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("blur"));
  });
  await ben.page.goto("about:blank");

  await ada.openChat();
  await field(ada).pressSequentially("@");
  await ada.page.getByRole("option", { name: bensName }).click();
  await field(ada).pressSequentially("where are you?");
  await field(ada).press("Enter");
  await expect
    .poll(() => tab.page.evaluate(() => window.name))
    .toMatch(/^[^;]+;$/);
});
