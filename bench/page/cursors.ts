import { chromium, type CDPSession, type Page } from "@playwright/test";
import type {} from "@/client/bench/install-hook";
import { browserArgs, ensureBrowser } from "../../scripts/lib/browser.mjs";
import { BenchClient } from "../wire/bench-client";

// Milliseconds of the main thread that others' moving cursors cost in each frame of a page that shows them, above the same page when none
// moves. Wants a server that was started with BENCH=1: node bench/run.mjs page/cursors http://localhost:3000 [how many]

const CURSORS = Number(process.argv[4] ?? 50);
/** How often each of them moves; milliseconds. */
const MOVE_MS = 33;
const MEASURE_MS = 6_000;
const WARM_UP_MS = 2_000;
const ROUNDS = 3;

const origin = process.argv[3] ?? "http://localhost:3000";
const executablePath = ensureBrowser();
if (executablePath === undefined) throw new Error("There is no browser here.");
const room = `cursors-${process.pid}`;
const browser = await chromium.launch({
  executablePath,
  args: [...browserArgs()],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
  });
  await page.goto(`${origin}/r/${room}`);
  await page.waitForSelector('[role="status"]:has-text("Ready")');
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Performance.enable");
  const url = `${origin.replace(/^http/, "ws")}/sync/${room}`;
  // Not at once: a server lets in so many connections a second.
  const people: BenchClient[] = [];
  for (let i = 0; i < CURSORS; i++) people.push(await BenchClient.join(url));
  for (let round = 0; round < ROUNDS; round++) {
    const floor = await costOfFrame(page, devTools);
    const stop = moveAll(people);
    const moving = await costOfFrame(page, devTools);
    stop();
    const format = (value: number) => value.toFixed(2).padStart(6);
    console.log(
      `floor ${format(floor)} ms a frame, ${CURSORS} cursors ${format(moving)} ms, difference ${format(moving - floor)} ms`,
    );
    // Until they have come to rest and faded.
    await page.waitForTimeout(4_000);
  }
} finally {
  await browser.close();
}
process.exit(0);

/** Lets everybody draw circles, until the returned function is called. */
function moveAll(people: readonly BenchClient[]): () => void {
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    people.forEach((person, i) => {
      const angle = step / 15 + i;
      const x = 100 + (i % 10) * 110 + 60 * Math.cos(angle);
      const y = 120 + Math.floor(i / 10) * 120 + 60 * Math.sin(angle);
      person.gesture({ kind: "cursor", at: { x, y } });
    });
  }, MOVE_MS);
  return () => clearInterval(timer);
}

/** Milliseconds that the main thread is busy in a frame. Something asks for every frame, so that there are as many of them in each case. */
async function costOfFrame(page: Page, devTools: CDPSession): Promise<number> {
  await page.waitForTimeout(WARM_UP_MS);
  const before = await busySeconds(devTools);
  const frames = await page.evaluate(
    (time) =>
      new Promise<number>((resolve) => {
        const end = performance.now() + time;
        let count = 0;
        const next = () => {
          count += 1;
          if (performance.now() < end) requestAnimationFrame(next);
          else resolve(count);
        };
        requestAnimationFrame(next);
      }),
    MEASURE_MS,
  );
  const after = await busySeconds(devTools);
  return ((after - before) * 1_000) / frames;
}

async function busySeconds(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")!.value;
}
