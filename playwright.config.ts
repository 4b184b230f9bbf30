import { defineConfig } from "@playwright/test";
import { browserLaunchOptions } from "./tests/support/browser";

const launchOptions = browserLaunchOptions();
// The workers read this file again: they need not search anew.
process.env["BROWSER_PATH"] = launchOptions.executablePath;

/** The servers are started by the tests themselves, each with a port and a data folder of its own. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: { launchOptions, trace: "retain-on-failure" },
});
