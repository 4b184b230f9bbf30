import { chromium, type Browser, type Page } from "@playwright/test";
import type {} from "@/client/bench/install-hook";
import { browserArgs, ensureBrowser } from "../../scripts/lib/browser.mjs";

// Milliseconds from one person's press to the frame in which another's screen shows what it does. Each has a browser of their own. Wants a
// server that was started with BENCH=1: node bench/run.mjs page/preview-latency http://localhost:3000

const GESTURES = 60;
/** Gestures before the first that counts. */
const WARM_UP = 5;

const origin = process.argv[3] ?? "http://localhost:3000";
const executablePath = ensureBrowser();
if (executablePath === undefined) throw new Error("There is no browser here.");
const launch = () =>
  chromium.launch({ executablePath, args: [...browserArgs()] });
const browsers = [await launch(), await launch()] as const;
try {
  await measure("drag out a rectangle", "r");
  await measure("move a rectangle", "v");
} finally {
  for (const browser of browsers) await browser.close();
}

async function measure(name: string, tool: "r" | "v"): Promise<void> {
  const url = `${origin}/r/latency-${tool}-${process.pid}`;
  const [drawing, watching] = [
    await open(browsers[0], url),
    await open(browsers[1], url),
  ];
  if (tool === "v") await addRectangle(drawing, watching);
  await drawing.evaluate(() =>
    addEventListener(
      "pointerdown",
      (event) => (window.pressedAt = performance.timeOrigin + event.timeStamp),
      { capture: true },
    ),
  );
  const delays: number[] = [];
  for (let i = 0; i < WARM_UP + GESTURES; i++) {
    const delay = await gesture(drawing, watching, tool);
    if (i >= WARM_UP) delays.push(delay);
  }
  print(name, delays);
  for (const page of [drawing, watching]) await page.close();
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
  });
  await page.goto(url);
  await page.waitForSelector('[role="status"]:has-text("Ready")');
  return page;
}

async function addRectangle(drawing: Page, watching: Page): Promise<void> {
  await drawing.evaluate(() =>
    window.__board!.loadShapes([
      {
        kind: "rectangle",
        at: { x: 600, y: 300 },
        size: { width: 160, height: 120 },
        fill: "#a5d8ff",
      },
    ]),
  );
  await watching.waitForFunction(() => window.__board!.shapeCount() === 1);
}

/** Begins a gesture, waits until the other sees it, and gives it up. */
async function gesture(
  drawing: Page,
  watching: Page,
  tool: "r" | "v",
): Promise<number> {
  await drawing.keyboard.press(tool);
  await drawing.mouse.move(650, 350);
  const seenAt = watching.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (window.__board!.remotePreviews().length === 0)
            requestAnimationFrame(look);
          else resolve(performance.timeOrigin + performance.now());
        };
        look();
      }),
  );
  // Not each awaited: a hand presses and moves within a frame.
  await Promise.all([drawing.mouse.down(), drawing.mouse.move(670, 370)]);
  const delay =
    (await seenAt) - (await drawing.evaluate(() => window.pressedAt));
  await drawing.keyboard.press("Escape");
  await drawing.mouse.up();
  await watching.waitForFunction(
    () => window.__board!.remotePreviews().length === 0,
  );
  return delay;
}

function print(name: string, delays: number[]): void {
  delays.sort((a, b) => a - b);
  const at = (share: number) =>
    delays[Math.floor(share * (delays.length - 1))]!.toFixed(1).padStart(8);
  console.log(`${name.padEnd(24)}p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

declare global {
  interface Window {
    /** When the pointer was pressed last; milliseconds since 1970. */
    pressedAt: number;
  }
}
