import path from "node:path";
import type { Locator, Page, WebSocketRoute } from "@playwright/test";
import { CloseCode } from "@/core/protocol/close-codes";
import { expect, test } from "./people";

const FOLDER = path.resolve("test-results/screens");

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

/** Expects that all of it is on the screen, and keeps a picture for whoever wants to look. */
async function expectWhole(page: Page, what: Locator, name: string) {
  await expect(what).toBeInViewport({ ratio: 1 });
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth,
  );
  expect([name, isTooWide]).toEqual([name, false]);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}

for (const [look, { viewport, colorScheme }] of Object.entries(LOOKS))
  test(`every page and banner that says what is wrong is whole: ${look}`, async ({
    browser,
    server,
  }) => {
    const options = { viewport, colorScheme, reducedMotion: "reduce" } as const;
    const context = await browser.newContext({
      ...options,
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    const whole = (what: Locator, name: string) =>
      expectWhole(page, what, `${look}-${name}`);

    await page.goto(`${server.url}/nowhere`);
    await whole(page.getByRole("main"), "nothing-here");
    await page.goto(`${server.url}/r/_`);
    await whole(page.getByRole("main"), "bad-name");

    let code: number | undefined;
    let attempts = 0;
    let line: WebSocketRoute | undefined;
    await page.routeWebSocket(/\/sync\//, (socket) => {
      attempts += 1;
      if (code !== undefined) return void socket.close({ code });
      socket.connectToServer();
      line = socket;
    });
    const saveLine = page.getByRole("status", { name: "Save state" });
    const open = async (room: string) => {
      code = undefined;
      await page.goto(`${server.url}/r/${look}-${room}`);
      await expect(saveLine).toHaveText(/Ready|Saved/);
      await page.mouse.move(100, 500);
      await page.mouse.down();
      await page.mouse.move(160, 540);
      await page.mouse.up();
      await expect(saveLine).toHaveText(/Saved/);
    };
    const lose = async (withCode: number) => {
      code = withCode;
      attempts = 0;
      await line!.close({ code });
    };

    // They differ in their words alone, which are tightest on a phone.
    const refusals = look === "phone" ? REFUSALS : REFUSALS.slice(-1);
    for (const [refusal, title, wayOut] of refusals) {
      await open(`${refusal}`);
      await lose(refusal);
      const dialog = page.getByRole("alertdialog", { name: title });
      await whole(dialog, `refused-${refusal}`);
      const button = dialog.getByRole("button", { name: wayOut });
      const link = dialog.getByRole("link", { name: wayOut });
      await expect(button.or(link)).toBeVisible();
      expect([refusal, attempts]).toEqual([refusal, 0]);
    }
    await open("full");
    await lose(CloseCode.full);
    const isFull = page.getByText(/This board is full:/);
    await whole(isFull, "full");
    // The page comes again by itself.
    code = undefined;
    await expect(saveLine).toHaveText(/Saved/, { timeout: 45_000 });
    await expect(isFull).toBeHidden();
    await open("link");
    await page.getByRole("button", { name: "Share" }).click();
    await whole(page.getByRole("dialog"), "link");
    await open("offline");
    await lose(CloseCode.serverError);
    await whole(page.getByText(/You are offline\. Keep/), "offline");

    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { value: undefined });
    });
    await open("no-copy");
    await lose(CloseCode.serverError);
    await whole(page.getByText(/this browser keeps no copy/), "no-copy");
    await page.addInitScript("delete Array.prototype.at");
    await page.goto(server.url);
    await whole(page.getByRole("heading", { name: /too old/ }), "old-browser");
    await context.close();

    const still = await browser.newContext({
      ...options,
      javaScriptEnabled: false,
    });
    const scriptless = await still.newPage();
    await scriptless.goto(`${server.url}/r/no-script`);
    await expectWhole(
      scriptless,
      scriptless.getByText(/needs JavaScript/),
      `${look}-no-script`,
    );
    await still.close();
  });
