import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../../storage/report";
import type { Tab } from "./tab";

/** What a gesture costs. All but the counts in milliseconds. */
export interface GestureFigures {
  /** The main thread's processor time for each step. */
  readonly main: number;
  readonly script: number;
  readonly layout: number;
  /** The processor time of the whole process for each step. */
  readonly process: number;
  readonly frameP50: number;
  readonly frameP95: number;
  readonly frameMax: number;
  /** Wall clock for each step: a page that keeps up takes one frame. */
  readonly step: number;
  readonly steps: number;
  /** 1 when the time limit cut it off: the figures are those of the steps till then. */
  readonly isCut: number;
}

const FRAME_MS = 1_000 / 60;

/** Pages get so long for one gesture. */
export const GESTURE_LIMIT_MS = 10_000;

/**
 * Takes `steps` steps of input, at most one in each frame and none before the page has answered those before, and measures what they
 * cost up to the frame after the last.
 *
 * @param ahead How many steps may be without an answer when the next one is taken. Default 0. Turns of the wheel need 1: the browser
 *   hands the next one on only after the answer, which comes with a frame, so that one in each frame has to stand ready.
 */
export async function measureGesture(
  tab: Tab,
  steps: number,
  step: (index: number) => Promise<void>,
  ahead = 0,
): Promise<GestureFigures> {
  await settle(tab);
  const before = await tab.used();
  await tab.page.evaluate(() => window.__probe.startFrames());
  const startedAt = performance.now();
  let done = 0;
  let due = startedAt;
  const unanswered: Promise<void>[] = [];
  while (done < steps && performance.now() - startedAt < GESTURE_LIMIT_MS) {
    unanswered.push(step(done));
    done += 1;
    if (unanswered.length > ahead) await unanswered.shift();
    due = Math.max(due + FRAME_MS, performance.now());
    await sleep(Math.max(0, due - performance.now()));
  }
  await Promise.all(unanswered);
  const wall = performance.now() - startedAt;
  const frames = await tab.page.evaluate(async () => {
    await window.__probe.frames(2);
    return window.__probe.stopFrames();
  });
  const after = await tab.used();
  const times = frames.slice(1).map((time, i) => time - frames[i]!);
  const each = (name: keyof typeof after) =>
    (after[name] - before[name]) / done;
  return {
    main: each("main"),
    script: each("script"),
    layout: each("layout"),
    process: each("process"),
    frameP50: percentile(times, 50),
    frameP95: percentile(times, 95),
    frameMax: Math.max(...times),
    step: wall / done,
    steps: done,
    isCut: done < steps ? 1 : 0,
  };
}

/** Lets the page finish what it has put off. */
async function settle(tab: Tab): Promise<void> {
  await tab.page.evaluate(() => window.__probe.frames(3));
  await sleep(500);
  await tab.page.evaluate(() => window.__probe.frames(3));
}
