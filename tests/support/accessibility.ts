import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Axe {
  run(part: string, options: { runOnly?: string[] }): Promise<AxeResults>;
}

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
  // Evaluated, not added as an element: the page's policy forbids scripts that the server has not signed.
  await page.evaluate(await readFile(axeFile, "utf8"));
  const inTheLight = await violations(page, "light", part);
  const inTheDark = await violations(page, "dark", part, CONTRAST);
  await page.emulateMedia({ colorScheme: "light" });
  expect({ inTheLight, inTheDark }).toEqual({ inTheLight: [], inTheDark: [] });
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
    [part, rule === undefined ? {} : { runOnly: [rule] }] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

/**
 * Half way through an animation every contrast is wrong. Runs in the page.
 *
 * A change of theme takes effect, and starts its transitions, with the next frames; one that ends may start another below it.
 */
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
