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

/** The one rule that tells the themes apart. */
const CONTRAST = "color-contrast";

/** Lets axe look at the page as it is, by day and by night, and expects that it finds nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated, not added as an element: the page's policy forbids scripts that the server has not signed.
  await page.evaluate(await readFile(axeFile, "utf8"));
  const inTheLight = await violations(page, "light");
  const inTheDark = await violations(page, "dark", CONTRAST);
  await page.emulateMedia({ colorScheme: "light" });
  expect({ inTheLight, inTheDark }).toEqual({ inTheLight: [], inTheDark: [] });
}

/** @param rule The only one to look at; all of them without it. */
async function violations(
  page: Page,
  colorScheme: "light" | "dark",
  rule?: string,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  // Half way through an animation every contrast is wrong.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ),
  );
  const { violations } = await page.evaluate(
    (rule) =>
      (
        window as unknown as {
          axe: { run(options: { runOnly?: string[] }): Promise<AxeResults> };
        }
      ).axe.run(rule === undefined ? {} : { runOnly: [rule] }),
    rule,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}
