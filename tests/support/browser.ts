import type { LaunchOptions } from "@playwright/test";
import { browserArgs, ensureBrowser } from "../../scripts/lib/browser.mjs";

/**
 * How to start the browser of the end-to-end tests and of the benches. Gets one when there is none, and throws when
 * it cannot be had.
 */
export function browserLaunchOptions(): LaunchOptions {
  const executablePath = ensureBrowser();
  if (executablePath === undefined)
    throw new Error("There is no browser here, and none could be installed.");
  return { executablePath, args: [...browserArgs()] };
}
