import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
} from "@playwright/test";

/**
 * Browser contexts that are used again by later tests, each as clean as a new one but for its cache: the first visit
 * of a new context costs three times as much as the next, which is most of the time of a test.
 */
export class KeptContexts {
  readonly #idle = new Map<string, KeptContext[]>();

  /** @param options Those of the test; a context is used again only by a test with the very same. */
  async take(
    browser: Browser,
    options: BrowserContextOptions,
  ): Promise<KeptContext> {
    const kept = this.#idle.get(JSON.stringify(options))?.pop();
    if (kept !== undefined) return kept;
    const context = await browser.newContext(options);
    return { options, context, page: await context.newPage() };
  }

  /** @param origin The address whose cookies and stores are to be forgotten. */
  async giveBack(kept: KeptContext, origin: string): Promise<void> {
    const page = await leave(kept, origin);
    await forget(page, origin);
    const key = JSON.stringify(kept.options);
    const idle = this.#idle.get(key) ?? [];
    idle.push({ ...kept, page });
    this.#idle.set(key, idle);
  }
}

export interface KeptContext {
  options: BrowserContextOptions;
  context: BrowserContext;
  page: Page;
}

/** Ends whatever the test has open; resolves with a page that runs nothing. */
async function leave(
  { context, page }: KeptContext,
  origin: string,
): Promise<Page> {
  for (const other of context.pages()) if (other !== page) await other.close();
  if (page.isClosed()) return context.newPage();
  // An empty page would end the browser's process for the site, and with it all that it has compiled.
  await page.goto(`${origin}/healthz`);
  await page.mouse.up();
  for (const key of ["Shift", "Alt", "Control", "Meta"])
    await page.keyboard.up(key);
  return page;
}

async function forget(page: Page, origin: string): Promise<void> {
  const context = page.context();
  await context.clearCookies();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Storage.clearDataForOrigin", {
    origin,
    storageTypes: "all",
  });
  await devTools.detach();
}
