import { expect, type BrowserContext, type Page } from "@playwright/test";
import type {} from "@/client/bench/install-hook";
import type { NewShape } from "@/core/board/draft";
import type { Shape } from "@/core/shapes/shape";

export type ScreenXY = readonly [x: number, y: number];

/** Somebody with a browser of their own. Does what people do, and sees what people see. */
export class Person {
  constructor(
    readonly name: string,
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  /** Opens a board and waits until its content is there. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.waitForFunction(() => "__board" in window);
    await expect(this.saveLine).toHaveText(/Ready|Saved/);
  }

  /** Does something that loads the page anew, and waits until the board is there again. */
  async reloadBy(act: () => Promise<void>): Promise<void> {
    const loaded = this.page.waitForEvent("load");
    await act();
    await loaded;
    await this.page.waitForFunction(() => "__board" in window);
  }

  /** Makes a board from the home page and returns its link. */
  async createBoard(origin: string): Promise<string> {
    await this.page.goto(origin);
    await this.page.getByRole("button", { name: "New board" }).click();
    await this.page.waitForURL(/\/r\/[a-z0-9-]+$/);
    await this.page.waitForFunction(() => "__board" in window);
    await expect(this.saveLine).toHaveText(/Ready|Saved/);
    return this.page.url();
  }

  /** A second tab of the same browser, on the board of that link. */
  async openTab(url: string): Promise<Person> {
    const tab = await this.newTab();
    await tab.open(url);
    return tab;
  }

  /** An empty tab of the same browser, which ends with the test: the one to change for good. */
  async newTab(): Promise<Person> {
    const page = await this.context.newPage();
    return new Person(this.name, page, this.context);
  }

  /** Keeps whatever this page is about to load from arriving, until the returned function is called. Not undone after: for a tab of the test's own. */
  async holdLoading(): Promise<() => void> {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await this.page.route("**/_next/static/**", async (route) => {
      await released;
      await route.continue();
    });
    return release;
  }

  async rename(name: string): Promise<void> {
    await this.page.getByRole("button", { name: /Change your name/ }).click();
    const field = this.page.getByRole("textbox", { name: "Your name" });
    await field.fill(name);
    await field.press("Enter");
  }

  /** Opens the list of people. */
  async openPeople(): Promise<void> {
    await this.page.getByRole("button", { name: /^\d+ people/ }).click();
    await expect(
      this.page.getByRole("dialog", { name: "Here now" }),
    ).toBeVisible();
  }

  /** What the others read beside this person's pointer. */
  async nameOnBoard(): Promise<string> {
    const me = this.page.getByRole("button", { name: /Change your name/ });
    const label = await me.getAttribute("aria-label");
    return label!.replace(/^You are (.*)\. Change your name$/, "$1");
  }

  get saveLine() {
    return this.page.getByRole("status", { name: "Save state" });
  }

  /** Waits until all that this person did is on the server's disk. */
  async expectSaved(options: { timeout?: number } = {}): Promise<void> {
    await expect(this.saveLine).toHaveText(/^Saved/, options);
  }

  /** The browser says that the network is back: the page tries at once. */
  async hearNetwork(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event("online")));
  }

  /** Puts the pen down, draws through the points, and leaves it on the board. */
  async startStroke(points: readonly ScreenXY[]): Promise<void> {
    const [[x, y], ...rest] = points as [ScreenXY, ...ScreenXY[]];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    // Not each awaited: the browser answers once a frame, and a hand moves more often than that. Presses are, since moves
    // that wait for their frame are overtaken by them.
    await Promise.all(rest.map(([toX, toY]) => this.page.mouse.move(toX, toY)));
  }

  async liftPen(): Promise<void> {
    await this.page.mouse.up();
  }

  async drawStroke(points: readonly ScreenXY[]): Promise<void> {
    await this.startStroke(points);
    await this.liftPen();
  }

  /** Takes a tool from the bar. */
  async takeTool(name: string): Promise<void> {
    const bar = this.page.getByRole("toolbar", { name: "Tools" });
    const button = bar.getByRole("button", { name, exact: true });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
  }

  async doubleClick([x, y]: ScreenXY): Promise<void> {
    await this.page.mouse.move(x, y);
    const browser = await this.context.newCDPSession(this.page);
    // Told when each was made, as the system tells it of a hand: a busy browser would call two clicks slow that it took up late.
    const timestamp = Date.now() / 1000;
    const send = (type: "mousePressed" | "mouseReleased", clickCount: number) =>
      browser.send("Input.dispatchMouseEvent", {
        type,
        x,
        y,
        button: "left",
        clickCount,
        timestamp,
      });
    await Promise.all([
      send("mousePressed", 1),
      send("mouseReleased", 1),
      send("mousePressed", 2),
      send("mouseReleased", 2),
    ]);
    await browser.detach();
  }

  /** Chooses from the menu that a right click opens. */
  async chooseFromMenu([x, y]: ScreenXY, item: string): Promise<void> {
    await this.page.mouse.click(x, y, { button: "right" });
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  /** The field over the text that is being edited. */
  get textField() {
    return this.page.getByRole("textbox", { name: "Text on the board" });
  }

  /** The panel that tells how the selection looks. */
  get stylePanel() {
    return this.page.getByRole("group", { name: "Style", exact: true });
  }

  press(name: "Undo" | "Redo" | "Delete"): Promise<void> {
    return this.page.getByRole("button", { name, exact: true }).click();
  }

  async say(text: string): Promise<void> {
    const field = this.page.getByRole("textbox", { name: "Write a message" });
    await field.fill(text);
    await field.press("Enter");
  }

  async openChat(): Promise<void> {
    await this.page.getByRole("button", { name: /^Chat/ }).click();
    await expect(this.messages).toBeVisible();
  }

  /** Goes to a message that waits on another board, from the open list of them. */
  async openWaiting(text: RegExp): Promise<void> {
    await this.page.getByRole("link", { name: text }).click();
    await expect(this.messages).toBeVisible();
  }

  get messages() {
    return this.page.getByRole("log", { name: "Messages" });
  }

  async expectPeople(count: number): Promise<void> {
    const text = this.page.getByRole("button", {
      name: /^\d+ (person|people)/,
    });
    if (count > 1)
      await expect(text).toHaveAccessibleName(new RegExp(`^${count} `));
    else await expect(text).toBeHidden();
  }

  /** Waits until the board shows this number of shapes. */
  async expectShapeCount(count: number): Promise<void> {
    await expect.poll(async () => (await this.shapes()).length).toBe(count);
  }

  /** Waits until this many shapes are seen in others' gestures. */
  async expectRemotePreviews(count: number): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(() => window.__board!.remotePreviews().length),
      )
      .toBe(count);
  }

  /** Waits until others' gestures show shapes like these. */
  async expectPreviewsLike(shapes: object[]): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => window.__board!.remotePreviews()))
      .toMatchObject(shapes);
  }

  /** Waits until the board has shapes like these, in drawing order. */
  async expectShapesLike(shapes: object[]): Promise<void> {
    await expect.poll(() => this.shapes()).toMatchObject(shapes);
  }

  /** Waits until this person and another have the same board and neither sees a gesture. */
  async expectSameBoardAs(other: Person): Promise<void> {
    await expect
      .poll(
        async () => (await this.fingerprint()) === (await other.fingerprint()),
      )
      .toBe(true);
    expect(await this.shapes()).toEqual(await other.shapes());
    for (const person of [this, other]) await person.expectRemotePreviews(0);
  }

  /** The board as plain data in drawing order, for comparing what two people have. */
  shapes(): Promise<readonly Shape[]> {
    return this.page.evaluate(() => window.__board!.shapes());
  }

  /** Puts shapes on the board. */
  loadShapes(shapes: readonly NewShape[]): Promise<void> {
    return this.page.evaluate(
      (added) => window.__board!.loadShapes(added),
      shapes,
    );
  }

  selection(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.__board!.selection());
  }

  /** Equal for two people whose documents are equal to the last bit of history. */
  fingerprint(): Promise<string> {
    return this.page.evaluate(() => window.__board!.fingerprint());
  }

  setCamera(camera: { x: number; y: number; zoom: number }): Promise<void> {
    return this.page.evaluate((to) => window.__board!.setCamera(to), camera);
  }
}
