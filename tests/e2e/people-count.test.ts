import { expect, test } from "./people";

test("the number of people is that of people, not of tabs", async ({
  ada,
  ben,
  cleo,
  server,
}) => {
  const link = await ada.createBoard(server.url);
  await ada.expectPeople(1);
  await ben.open(link);
  await cleo.open(link);
  for (const person of [ada, ben, cleo]) await person.expectPeople(3);

  const tab = await ben.openTab(link);
  await tab.expectPeople(3);
  await ada.expectPeople(3);

  await cleo.page.close();
  await ada.expectPeople(2);
  await ben.expectPeople(2);

  await tab.page.close();
  await ben.page.reload();
  await ben.expectPeople(2);
  await ada.expectPeople(2);
});

test("people see each other's pointers under the names they gave", async ({
  ada,
  ben,
  together,
}) => {
  await together(ada, ben);
  await ada.rename("Ada Lovelace");
  await ada.page.mouse.move(600, 400);
  await expect
    .poll(() => ben.page.evaluate(() => window.__board!.remoteCursors()))
    .toMatchObject([{ name: "Ada Lovelace" }]);
});
