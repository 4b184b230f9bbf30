import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Axe {
  run(part: string, options: AxeOptions): Promise<AxeResults>;
}

interface AxeOptions {
  /** The rules to go by. Default: all. */
  readonly runOnly?: readonly string[];
  readonly resultTypes: readonly "violations"[];
  /** Whether axe loads the page's style sheets again for itself. */
  readonly preload: boolean;
}

/** No lists of what is right, and nothing loaded that our rules do not need. */
const QUICKLY: AxeOptions = { resultTypes: ["violations"], preload: false };

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The one rule that tells the themes apart. */
const CONTRAST = "color-contrast";

/**
 * Lets axe look at the page as it is, by day and by night, and expects that it finds nothing.
 *
 * @param part What to look at, as a CSS selector: what has opened over a page that axe has seen already. Default: everything.
 */
export async function expectAccessible(
  page: Page,
  part = "html",
): Promise<void> {
  await prepare(page);
  const inTheLight = await violations(page, "light", part);
  const inTheDark = await violations(page, "dark", part, CONTRAST);
  await page.emulateMedia({ colorScheme: "light" });
  expect({ inTheLight, inTheDark }).toEqual({ inTheLight: [], inTheDark: [] });
}

/** Brings axe into the page, and has themes change at once in it, unless that was done before. */
async function prepare(page: Page): Promise<void> {
  if (await page.evaluate(() => "axe" in window)) return;
  // Evaluated, not added as an element: the page's policy forbids scripts that the server has not signed.
  await page.evaluate(await readFile(axeFile, "utf8"));
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, *::before, *::after { transition: none !important }");
    document.adoptedStyleSheets.push(sheet);
  });
}

/** @param rule The only one to look at; all of them without it. */
async function violations(
  page: Page,
  colorScheme: "light" | "dark",
  part: string,
  rule?: string,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(untilNothingMoves);
  const { violations } = await page.evaluate(
    ([part, options]) =>
      (window as unknown as { axe: Axe }).axe.run(part, options),
    [part, rule ? { ...QUICKLY, runOnly: [rule] } : QUICKLY] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

/** Half way through an animation every contrast is wrong. Runs in the page. A change of theme takes effect with the next frames. */
async function untilNothingMoves(): Promise<void> {
  const nextFrame = () =>
    new Promise((resolve) => requestAnimationFrame(resolve));
  for (;;) {
    await nextFrame();
    await nextFrame();
    const moving = document
      .getAnimations()
      .filter(({ playState }) => playState === "running")
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    if (moving.length === 0) return;
    await Promise.allSettled(moving.map(({ finished }) => finished));
  }
}
