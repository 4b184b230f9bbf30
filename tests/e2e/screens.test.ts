import path from "node:path";
import type {
  BrowserContext,
  Locator,
  Page,
  WebSocketRoute,
} from "@playwright/test";
import { CloseCode } from "@/core/protocol/close-codes";
import { expect, test as base } from "./people";

const FOLDER = path.resolve("test-results/screens");

/** A page takes on any of them at any time: none has to be loaded for it. */
const LOOKS = {
  light: { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light" },
} as const;

/** The close codes after which the page gives up, what it then says, and the way out that it offers. */
const REFUSALS = [
  [CloseCode.badMessage, "This page and the server fell out", "Load again"],
  [
    CloseCode.signedOut,
    "The server no longer knows this browser",
    "Load again",
  ],
  [CloseCode.noAccess, "You cannot come in here", "Go to the start page"],
  [CloseCode.roomDeleted, "This board was deleted", "Keep a file"],
  [CloseCode.outdatedClient, "Boardwalk was updated", "Load again"],
  [CloseCode.otherEpoch, "This board has begun anew", "Open the board"],
] as const;

const STILL = { reducedMotion: "reduce" } as const;

/** Expects that all of it is on every screen, and keeps pictures for whoever wants to look. */
async function expectWhole(page: Page, what: Locator, name: string) {
  for (const [look, { viewport, colorScheme }] of Object.entries(LOOKS)) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await expect(what).toBeInViewport({ ratio: 1 });
    const isTooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect([look, name, isTooWide]).toEqual([look, name, false]);
    await page.screenshot({ path: path.join(FOLDER, `${look}-${name}.png`) });
  }
  await page.setViewportSize(LOOKS.light.viewport);
}

/** A page whose line to the server can be closed with whatever code. */
class LostPage {
  readonly page: Page;
  readonly saveLine: Locator;
  /** How often the page has come again since its line was closed. */
  attempts = 0;
  #code: number | undefined;
  #line: WebSocketRoute | undefined;

  private constructor(page: Page) {
    this.page = page;
    this.saveLine = page.getByRole("status", { name: "Save state" });
  }

  static async in(context: BrowserContext): Promise<LostPage> {
    const lost = new LostPage(await context.newPage());
    await lost.page.routeWebSocket(/\/sync\//, (socket) => {
      lost.attempts += 1;
      if (lost.#code !== undefined)
        return void socket.close({ code: lost.#code });
      socket.connectToServer();
      lost.#line = socket;
    });
    return lost;
  }

  /** Opens a board and draws on it. */
  async open(url: string): Promise<void> {
    this.find();
    await this.page.goto(url);
    await expect(this.saveLine).toHaveText(/Ready|Saved/);
    await this.page.mouse.move(100, 500);
    await this.page.mouse.down();
    await this.page.mouse.move(160, 540);
    await this.page.mouse.up();
    await expect(this.saveLine).toHaveText(/Saved/);
  }

  /** Closes the line, and every further one. */
  async lose(code: number): Promise<void> {
    this.#code = code;
    this.attempts = 0;
    await this.#line!.close({ code });
  }

  /** Lets the page through from now on. */
  find(): void {
    this.#code = undefined;
  }
}

const test = base.extend<{ lost: LostPage }>({
  lost: async ({ browser }, use) => {
    const options = { ...STILL, serviceWorkers: "block" } as const;
    const context = await browser.newContext(options);
    await use(await LostPage.in(context));
    await context.close();
  },
});

test("every refusal is whole, and offers a way out", async ({
  lost,
  server,
}) => {
  for (const [refusal, title, wayOut] of REFUSALS) {
    await lost.open(`${server.url}/r/refusal-${refusal}`);
    await lost.lose(refusal);
    const dialog = lost.page.getByRole("alertdialog", { name: title });
    await expectWhole(lost.page, dialog, `refused-${refusal}`);
    const button = dialog.getByRole("button", { name: wayOut });
    const link = dialog.getByRole("link", { name: wayOut });
    await expect(button.or(link)).toBeVisible();
    expect([refusal, lost.attempts]).toEqual([refusal, 0]);
  }
});

test("every page and banner that says what is wrong is whole", async ({
  lost,
  server,
}) => {
  const { page, saveLine } = lost;
  const whole = (what: Locator, name: string) => expectWhole(page, what, name);
  const open = (room: string) => lost.open(`${server.url}/r/banner-${room}`);

  await page.goto(`${server.url}/nowhere`);
  await whole(page.getByRole("main"), "nothing-here");
  await page.goto(`${server.url}/r/_`);
  await whole(page.getByRole("main"), "bad-name");
  await open("full");
  await lost.lose(CloseCode.full);
  const isFull = page.getByText(/This board is full:/);
  await whole(isFull, "full");
  // The page comes again by itself.
  lost.find();
  await expect(saveLine).toHaveText(/Saved/, { timeout: 45_000 });
  await expect(isFull).toBeHidden();
  await page.getByRole("button", { name: "Share" }).click();
  await whole(page.getByRole("dialog"), "link");
  await page.keyboard.press("Escape");
  await lost.lose(CloseCode.serverError);
  await whole(page.getByText(/You are offline\. Keep/), "offline");

  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  });
  await open("no-copy");
  await lost.lose(CloseCode.serverError);
  await whole(page.getByText(/this browser keeps no copy/), "no-copy");
  await page.addInitScript("delete Array.prototype.at");
  await page.goto(server.url);
  await whole(page.getByRole("heading", { name: /too old/ }), "old-browser");
});

test("a browser without scripts is told that they are needed", async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({
    ...STILL,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/r/no-script`);
  await expectWhole(page, page.getByText(/needs JavaScript/), "no-script");
  await context.close();
});
