import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../../storage/report";
import type { Tab, Used } from "./tab";

/** What a gesture costs. All but the counts in milliseconds. */
export interface GestureFigures {
  /** The main thread's processor time for each step and one frame; that of further frames at rest does not count. */
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
const REST_MS = 600;
const QUIET_MS = 250;
const MOST_SHARE_AT_REST = 0.2;

/** Pages get so long for one gesture. */
export const GESTURE_LIMIT_MS = 10_000;

export interface Gesture {
  readonly steps: number;
  readonly step: (index: number) => Promise<void>;
  /**
   * How many steps may be without an answer when the next one is taken. Default 0. Turns of the wheel need 1: the browser hands the next
   * one on only after the answer, which comes with a frame, so that one in each frame has to stand ready.
   */
  readonly ahead?: number;
  /** What goes on during the gesture and not before. */
  readonly meanwhile?: () => Promise<void>;
}

/**
 * Takes the steps of a gesture, at most one in each frame and none before the page has answered those before, and measures what they
 * cost up to the frame after the last.
 */
export async function measureGesture(
  tab: Tab,
  { steps, step, ahead = 0, meanwhile }: Gesture,
): Promise<GestureFigures> {
  const rest = await measureRest(tab);
  await meanwhile?.();
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
  // A driver that is itself kept waiting must not make the page look slow.
  const spare = Math.max(0, frames.length - done);
  const each = (name: keyof Used) =>
    (after[name] - before[name] - spare * rest[name]) / done;
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

/** What a frame costs in which there is no input: the noting of it, and what the page does all the time. */
async function measureRest(tab: Tab): Promise<Used> {
  const before = await tab.used();
  await tab.page.evaluate(() => window.__probe.startFrames());
  await sleep(REST_MS);
  const frames = await tab.page.evaluate(() => window.__probe.stopFrames());
  const after = await tab.used();
  const each = (name: keyof Used) =>
    (after[name] - before[name]) / Math.max(1, frames.length);
  return {
    main: each("main"),
    script: each("script"),
    layout: each("layout"),
    process: each("process"),
  };
}

/**
 * Resolves when the page has done what it had put off, such as painting anew what a jump has brought into view: when its main thread
 * is mostly at rest. It gets only so long.
 */
export async function settle(tab: Tab): Promise<void> {
  const startedAt = performance.now();
  for (let quiet = 0; quiet < 2;) {
    const { main } = await tab.used();
    const from = performance.now();
    await sleep(QUIET_MS);
    await tab.page.evaluate(() => window.__probe.frames(2));
    const share = ((await tab.used()).main - main) / (performance.now() - from);
    quiet = share < MOST_SHARE_AT_REST ? quiet + 1 : 0;
    if (performance.now() - startedAt > GESTURE_LIMIT_MS) return;
  }
}
