import { expect, type Locator } from "@playwright/test";
import type { Person } from "./person";

/** What the owner of a board does about the others, by the page. */
export class Owner {
  readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }

  /** Draws first on a new board, which makes it theirs. */
  static async of(person: Person): Promise<Owner> {
    await person.drawStroke([
      [300, 500],
      [340, 540],
    ]);
    await person.expectSaved();
    return new Owner(person);
  }

  /** The list of people, open. */
  async people(): Promise<Locator> {
    const list = this.person.page.getByRole("dialog", { name: "Here now" });
    if (!(await list.isVisible())) await this.person.openPeople();
    return list;
  }

  /** The menu of what can be done about somebody, open. */
  async menuOf(name: string): Promise<Locator> {
    const list = await this.people();
    await list.getByRole("button", { name: `What ${name} may do` }).click();
    return this.person.page.getByRole("menu", { name: `What ${name} may do` });
  }

  async choose(name: string, item: string): Promise<void> {
    const menu = await this.menuOf(name);
    await menu
      .getByRole("menuitem", { name: item, exact: true })
      .or(menu.getByRole("menuitemradio", { name: item }))
      .click();
    await expect(menu).toBeHidden();
  }

  async setLock(isOn: boolean): Promise<void> {
    const list = await this.people();
    const lock = list.getByRole("switch", { name: "Lock the board" });
    await expect(lock).toBeChecked({ checked: !isOn });
    await lock.click();
    await expect(lock).toBeChecked({ checked: isOn });
  }

  async setChat(mode: "Everybody" | "Slow" | "Only me"): Promise<void> {
    const list = await this.people();
    await list.getByRole("radio", { name: mode }).check();
  }

  /** The dialog that shares the board, open. */
  async shareDialog(): Promise<Locator> {
    const { page } = this.person;
    const dialog = page.getByRole("dialog", { name: "Share this board" });
    if (!(await dialog.isVisible()))
      await page.getByRole("button", { name: "Share" }).click();
    return dialog;
  }

  /** A topic of the dialog, open. */
  async topic(title: string): Promise<Locator> {
    const dialog = await this.shareDialog();
    await dialog.getByRole("button", { name: title }).click();
    return this.person.page.getByRole("dialog", { name: title });
  }
}
