import { measureGesture, GESTURE_LIMIT_MS } from "../drive/gesture";
import {
  expectDone,
  lookAt,
  wholeZoom,
  type Figures,
  type Stage,
} from "./stage";

const STEPS = 90;
/** The zoom sweep goes from here to 1 and back. */
const FAR = 0.1;
const SWEEP_STEPS = 45;
const WHEELS_AHEAD = 1;

/** Turns the wheel so that the board goes round in a circle, near the middle of the scene at 100 %. */
export async function pan(stage: Stage): Promise<Figures> {
  await lookAt(stage, 1);
  return panInCircle(stage, 25);
}

/** The same with the whole board in view. */
export async function panWhole(stage: Stage): Promise<Figures> {
  await lookAt(stage, wholeZoom(stage.scene));
  return panInCircle(stage, 5);
}

/** The same as `pan`, while others move shapes nearby: 200 messages a second. */
export async function panAmongOthers(stage: Stage): Promise<Figures> {
  await lookAt(stage, 1);
  const { center, shapes } = stage.scene;
  const near = shapes
    .filter(
      ({ id, x, y }) =>
        id !== stage.scene.probe.id &&
        Math.abs(x - center.x) < 640 &&
        Math.abs(y - center.y) < 400,
    )
    .map(({ id, x, y }) => ({ id, x, y }));
  const { page } = stage.tab;
  // The first message may make the sender, who belongs to the benchmark.
  await page.evaluate((move) => window.__board!.applyRemote([move]), near[0]!);
  let startedAt = 0;
  const figures = await panInCircle(stage, 25, () => {
    startedAt = performance.now();
    return page.evaluate(
      (homes) => window.__probe.startRemote(homes, 200),
      near,
    );
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const sent = await page.evaluate(() => window.__probe.stopRemote());
  return { ...figures, perSecond: sent / seconds };
}

/** Turns the wheel with Ctrl from 10 % to 100 % and back. */
export async function zoomSweep(stage: Stage): Promise<Figures> {
  const { tab, contestant } = stage;
  await lookAt(stage, FAR);
  const startedAt = performance.now();
  await turn(stage, -1);
  await turn(stage, 1);
  // A slow page gets larger steps, so that it too comes all the way.
  const patience = (GESTURE_LIMIT_MS / (performance.now() - startedAt)) * 0.8;
  const way = contestant.zoom === "factor" ? Math.log(1 / FAR) : 1 - FAR;
  const least = way / contestant.zoomPerPixel / contestant.mostPixels;
  const steps = Math.ceil(Math.max(least, Math.min(SWEEP_STEPS, patience)));
  const pixels = way / contestant.zoomPerPixel / steps;
  await lookAt(stage, FAR);
  let highest = 0;
  const step = async (i: number) => {
    await turn(stage, i < steps ? -pixels : pixels);
    if (i === steps - 1)
      highest = await tab.page.evaluate(() => window.__board!.getCamera().zoom);
  };
  const figures = await measureGesture(tab, {
    steps: 2 * steps,
    step,
    ahead: WHEELS_AHEAD,
  });
  expectDone(figures.isCut === 1 || highest > 0.7, `zoom in (${highest})`);
  return { ...figures };
}

const turn = ({ tab }: Stage, pixels: number) =>
  tab.wheel(0, pixels, { ctrl: true });

async function panInCircle(
  { tab }: Stage,
  distance: number,
  meanwhile?: () => Promise<void>,
): Promise<Figures> {
  const camera = () => tab.page.evaluate(() => window.__board!.getCamera());
  const before = await camera();
  let middle = before;
  const step = async (i: number) => {
    const angle = (i / STEPS) * 2 * Math.PI;
    await tab.wheel(distance * Math.cos(angle), distance * Math.sin(angle));
    if (i === STEPS / 2) middle = await camera();
  };
  const figures = await measureGesture(tab, {
    steps: STEPS,
    step,
    ahead: WHEELS_AHEAD,
    ...(meanwhile && { meanwhile }),
  });
  const way = Math.abs(middle.y - before.y) * before.zoom;
  const whole = (distance * STEPS) / Math.PI;
  expectDone(figures.isCut === 1 || way > whole * 0.8, `pan (${way})`);
  return { ...figures };
}
