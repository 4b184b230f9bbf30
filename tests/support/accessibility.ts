import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Lets axe look at the page as it is, and expects that it finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // Half way through an animation every contrast is wrong.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  // Evaluated, not added as an element: the page's policy forbids scripts that the server has not signed.
  await page.evaluate(await readFile(axeFile, "utf8"));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
  ).toEqual([]);
}
