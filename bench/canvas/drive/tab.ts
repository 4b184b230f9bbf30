import { readFileSync } from "node:fs";
import {
  chromium,
  type Browser,
  type CDPSession,
  type Page,
} from "@playwright/test";
import { browserArgs, ensureBrowser } from "../../../scripts/lib/browser.mjs";
import { installProbe } from "./page-probe";

/** What the main thread and the whole process of the page have used so far; milliseconds. */
export interface Used {
  /** The main thread's processor time in all of its tasks. */
  readonly main: number;
  /** Of these, in scripts. */
  readonly script: number;
  /** Of these, in layout and style. */
  readonly layout: number;
  /** The processor time of all threads of the process: painting on other threads counts too. */
  readonly process: number;
}

const CTRL = 2;
/** Every page has all it needs from its own origin. */
const NO_INTERNET = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost";

/** A page in a browser of its own, and the real input that it is given. */
export class Tab {
  readonly page: Page;
  readonly devTools: CDPSession;
  readonly #browser: Browser;

  static async open(): Promise<Tab> {
    const executablePath = ensureBrowser();
    if (executablePath === undefined)
      throw new Error("There is no browser here.");
    const browser = await chromium.launch({
      executablePath,
      args: [...browserArgs(), NO_INTERNET],
    });
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 1,
    });
    await page.addInitScript(installProbe);
    const devTools = await page.context().newCDPSession(page);
    // The thread's own time: what other processes take of the machine does not count.
    await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
    return new Tab(browser, page, devTools);
  }

  private constructor(browser: Browser, page: Page, devTools: CDPSession) {
    this.#browser = browser;
    this.page = page;
    this.devTools = devTools;
  }

  /** Opens `url` and waits until its board takes a scene. Returns milliseconds. */
  async visit(url: string): Promise<number> {
    const startedAt = performance.now();
    await this.page.goto(url);
    await this.page.waitForFunction(() => window.__board !== undefined);
    await this.page.evaluate(() => window.__board!.ready);
    return performance.now() - startedAt;
  }

  async mouse(
    type: "mousePressed" | "mouseMoved" | "mouseReleased",
    x: number,
    y: number,
    isDown = true,
  ): Promise<void> {
    await this.devTools.send("Input.dispatchMouseEvent", {
      type,
      x,
      y,
      button: isDown ? "left" : "none",
      buttons: isDown && type !== "mouseReleased" ? 1 : 0,
      clickCount: type === "mouseMoved" ? 0 : 1,
    });
  }

  async wheel(
    deltaX: number,
    deltaY: number,
    { ctrl = false } = {},
  ): Promise<void> {
    await this.devTools.send("Input.dispatchMouseEvent", {
      type: "mouseWheel",
      x: 640,
      y: 400,
      deltaX,
      deltaY,
      modifiers: ctrl ? CTRL : 0,
    });
  }

  async used(): Promise<Used> {
    const { metrics } = await this.devTools.send("Performance.getMetrics");
    const milliseconds = (name: string) =>
      (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1_000;
    return {
      main: milliseconds("TaskDuration"),
      script: milliseconds("ScriptDuration"),
      layout:
        milliseconds("LayoutDuration") + milliseconds("RecalcStyleDuration"),
      process: milliseconds("ProcessTime"),
    };
  }

  /** Megabytes that the page's process holds, after its garbage was collected; the scripts' heap where there is no /proc. */
  async memory(): Promise<number> {
    await this.devTools.send("HeapProfiler.collectGarbage");
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    await session.detach();
    const sizes = processInfo
      .filter(({ type }) => type === "renderer")
      .map(({ id }) => heldMegabytes(id));
    const largest = Math.max(...sizes);
    if (largest > 0) return largest;
    const { usedSize } = await this.devTools.send("Runtime.getHeapUsage");
    return usedSize / 1e6;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** What a process holds for itself and shares with the browser, such as bitmaps, without the program's own files. */
function heldMegabytes(process: number): number {
  try {
    const text = readFileSync(`/proc/${process}/smaps_rollup`, "utf8");
    const kilobytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(text)?.[1]);
    return ((kilobytes("Pss_Anon") + kilobytes("Pss_Shmem")) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
