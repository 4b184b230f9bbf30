import { expect, test } from "./people";

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
