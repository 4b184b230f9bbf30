import type { Locator } from "@playwright/test";
import type { Person } from "../support/person";
import { expectAccessible } from "../support/accessibility";
import { expect, test } from "./people";

/** Opens the list of people, unless it is open. */
async function listOf(person: Person): Promise<Locator> {
  const list = person.page.getByRole("dialog", { name: "Here now" });
  if (!(await list.isVisible())) await person.openPeople();
  return list;
}

/** Opens what the owner can do about somebody. */
async function menuOf(owner: Person, name: string): Promise<Locator> {
  const list = await listOf(owner);
  await list.getByRole("button", { name: `What ${name} may do` }).click();
  return owner.page.getByRole("menu", { name: `What ${name} may do` });
}

async function chooseFor(owner: Person, name: string, item: string) {
  const menu = await menuOf(owner, name);
  await menu.getByRole(/menuitem/ as never, { name: item }).click();
}
