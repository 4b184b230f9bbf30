import { gzipSync } from "node:zlib";
import { chromium, type Browser } from "@playwright/test";
import { browserArgs, ensureBrowser } from "../../scripts/lib/browser.mjs";

// Gzip bytes of the scripts that a page loads by itself before anything is done on it. Wants a running server:
// node bench/run.mjs page/javascript http://localhost:3000

const origin = process.argv[3] ?? "http://localhost:3000";
const executablePath = ensureBrowser();
if (executablePath === undefined) throw new Error("There is no browser here.");
const browser = await chromium.launch({
  executablePath,
  args: [...browserArgs()],
});
try {
  await print("/", 'button:has-text("New board")');
  await print("/r/javascript-size", '[role="status"]:has-text("Ready")');
} finally {
  await browser.close();
}

async function print(path: string, readySelector: string): Promise<void> {
  const { files, bytes, gzip } = await scriptsOf(browser, path, readySelector);
  console.log(
    `${path.padEnd(24)}${files} files, ${kilobytes(bytes)} KB, ${kilobytes(gzip)} KB gzip`,
  );
}

async function scriptsOf(
  browser: Browser,
  path: string,
  readySelector: string,
) {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      bodies.push(response.body());
  });
  await page.goto(origin + path);
  await page.waitForSelector(readySelector);
  await page.waitForLoadState("networkidle");
  const scripts = await Promise.all(bodies);
  await page.close();
  return {
    files: scripts.length,
    bytes: sum(scripts.map((script) => script.byteLength)),
    gzip: sum(scripts.map((script) => gzipSync(script).byteLength)),
  };
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
