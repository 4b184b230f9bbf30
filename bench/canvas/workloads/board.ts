import { setTimeout as sleep } from "node:timers/promises";
import { PictureWatch } from "../drive/picture-watch";
import type { Tab } from "../drive/tab";
import type { BenchScene } from "../scene/make-scene";
import { lookAt, wholeZoom, type Figures, type Stage } from "./stage";

const IDLE_MS = 2_000;

/** Hands the scene to the page without measuring. */
export async function loadScene(stage: Stage): Promise<void> {
  await handOver(stage.tab, stage.scene, "loadScene");
  await stage.tab.page.evaluate(() => window.__probe.frames(3));
}

/** From the scene, in the page's own format, to the first and the complete picture of the whole board. */
export async function firstPicture(stage: Stage): Promise<Figures> {
  return watchLoading(stage, "loadScene");
}

/** The same from the document, which comes as one update of another person. */
export async function fromDocument(stage: Stage): Promise<Figures> {
  return watchLoading(stage, "loadDocument");
}

/** Animation frames that the page asks for while nothing happens, and what it does then. */
export async function idle(stage: Stage): Promise<Figures> {
  const { tab } = stage;
  await lookAt(stage, wholeZoom(stage.scene));
  await sleep(1_500);
  const callbacks = () => tab.page.evaluate(() => window.__probe.callbacks());
  const before = await tab.used();
  const framesBefore = await callbacks();
  await sleep(IDLE_MS);
  const frames = (await callbacks()) - framesBefore;
  const after = await tab.used();
  return { frames, main: after.main - before.main };
}

/** Megabytes of the tab while it shows the whole board. */
export async function memory(stage: Stage): Promise<Figures> {
  await lookAt(stage, wholeZoom(stage.scene));
  await sleep(1_000);
  return { megabytes: await stage.tab.memory() };
}

type Loader = "loadScene" | "loadDocument";

async function watchLoading(stage: Stage, loader: Loader): Promise<Figures> {
  const { tab, scene } = stage;
  await lookAt(stage, wholeZoom(scene));
  const watch = await PictureWatch.start(tab);
  await tab.page.evaluate(() => window.__probe.startFrames());
  const { startedAt, convertMs, before } = await handOver(tab, scene, loader);
  const times = await watch.complete(startedAt + convertMs);
  const after = await tab.used();
  const frames = await tab.page.evaluate(() =>
    window.__probe.stopFrames().map((time) => performance.timeOrigin + time),
  );
  if (!times) throw new Error("The picture did not come to rest.");
  const from = startedAt + convertMs;
  const moments = [from, ...frames.filter((time) => time > from)];
  const gaps = moments.slice(1).map((time, i) => time - moments[i]!);
  return {
    first: times.first - from,
    complete: times.complete - from,
    convert: convertMs,
    main: after.main - before.main,
    frameMax: Math.max(...gaps),
  };
}

/** Resolves with when the page had the scene before it, in milliseconds since 1970, how long the conversion took, and what was used till then. */
async function handOver(tab: Tab, scene: BenchScene, loader: Loader) {
  // Its transport is no part of what is measured.
  await tab.page.evaluate((given) => {
    Object.assign(window, { __scene: given });
  }, scene);
  const before = await tab.used();
  const times = await tab.page.evaluate(async (how) => {
    const { __scene } = window as unknown as { __scene: BenchScene };
    const board = window.__board!;
    const startedAt = performance.timeOrigin + performance.now();
    const result = await board[how](__scene);
    return { startedAt, convertMs: result.convertMs ?? 0 };
  }, loader);
  return { ...times, before };
}
