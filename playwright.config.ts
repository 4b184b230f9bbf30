import { defineConfig } from "@playwright/test";
import { browserLaunchOptions } from "./tests/support/browser";

const launchOptions = browserLaunchOptions();
// The workers read this file again: they need not search anew.
process.env["BROWSER_PATH"] = launchOptions.executablePath;

/** The servers are started by the tests themselves, each with a port and a data folder of its own. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/e2e",
  snapshotPathTemplate: "tests/e2e/pictures/{arg}{ext}",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // On a busy machine with two cores a test of three people takes a minute.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  // Of what went wrong the people's fixture keeps pictures; Playwright's own would be taken of everybody's every page.
  // A trace takes as much of a small machine as the test itself: `--trace on` makes one when it is wanted.
  use: {
    launchOptions,
    // What a worker fetches passes by the tests that hold loading up. Those of work without the server allow it.
    serviceWorkers: "block",
    viewport: { width: 1280, height: 800 },
  },
});
