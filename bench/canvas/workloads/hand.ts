import { measureGesture, settle } from "../drive/gesture";
import {
  expectDone,
  lookAt,
  MIDDLE,
  probeOnScreen,
  type Figures,
  type Stage,
} from "./stage";

const STEPS = 90;
/** Most of the 500 shapes that are dragged are in view. */
const ZOOM_OF_MANY = 0.7;

/** Drags one shape in a circle at 100 %. */
export async function dragOne(stage: Stage): Promise<Figures> {
  await lookAt(stage, 1);
  await choose(stage, []);
  return drag(stage);
}

/** Drags the 500 shapes around the middle, all selected. */
export async function dragMany(stage: Stage): Promise<Figures> {
  await lookAt(stage, ZOOM_OF_MANY);
  const { center, shapes, probe } = stage.scene;
  const distance = ({ x, y }: { x: number; y: number }) =>
    Math.max(Math.abs(x - center.x) / 1.6, Math.abs(y - center.y));
  const nearest = [...shapes].sort((a, b) => distance(a) - distance(b));
  const ids = nearest.map(({ id }) => id).filter((id) => id !== probe.id);
  await choose(stage, [probe.id, ...ids.slice(0, 499)]);
  return drag(stage);
}

/** Draws a spiral at 100 %. */
export async function pen(stage: Stage): Promise<Figures> {
  const { tab } = stage;
  await lookAt(stage, 1);
  await choose(stage, []);
  await tab.page.evaluate(() => window.__board!.setTool("draw"));
  const count = () => tab.page.evaluate(() => window.__board!.shapeCount());
  const before = await count();
  await tab.mouse("mouseMoved", MIDDLE.x, MIDDLE.y, false);
  await tab.mouse("mousePressed", MIDDLE.x, MIDDLE.y);
  await settle(tab);
  const figures = await measureGesture(tab, {
    steps: STEPS,
    step: async (i) => {
      const angle = i / 6;
      await tab.mouse(
        "mouseMoved",
        MIDDLE.x + i * 1.6 * Math.cos(angle),
        MIDDLE.y + i * 1.6 * Math.sin(angle),
      );
    },
  });
  await tab.mouse("mouseReleased", MIDDLE.x, MIDDLE.y);
  await tab.page.evaluate(() => window.__probe.frames(3));
  expectDone((await count()) === before + 1, "draw");
  await tab.page.evaluate(() => window.__board!.setTool("select"));
  return { ...figures };
}

async function choose({ tab }: Stage, ids: string[]): Promise<void> {
  await tab.page.evaluate((chosen) => {
    window.__board!.setTool("select");
    window.__board!.select(chosen);
  }, ids);
  await tab.page.evaluate(() => window.__probe.frames(3));
}

/** Drags the shape in the middle, with what is selected with it. */
async function drag(stage: Stage): Promise<Figures> {
  const { tab, scene } = stage;
  const from = await probeOnScreen(stage);
  const place = () =>
    tab.page.evaluate((id) => window.__board!.getShape(id), scene.probe.id);
  const before = (await place())!;
  await tab.mouse("mouseMoved", from.x, from.y, false);
  await tab.mouse("mousePressed", from.x, from.y);
  // Past the distance at which a press becomes a drag: what happens once there is no step of it.
  for (const far of [4, 12])
    await tab.mouse("mouseMoved", from.x + far, from.y);
  await settle(tab);
  const figures = await measureGesture(tab, {
    steps: STEPS,
    step: async (i) => {
      const angle = ((i + 1) / STEPS) * 2 * Math.PI;
      await tab.mouse(
        "mouseMoved",
        from.x + 12 + 90 * Math.sin(angle),
        from.y + 90 * (1 - Math.cos(angle)),
      );
    },
  });
  await tab.mouse("mouseReleased", from.x + 12, from.y);
  await tab.page.evaluate(() => window.__probe.frames(3));
  const after = (await place())!;
  const way = Math.hypot(after.x - before.x, after.y - before.y);
  expectDone(figures.isCut === 1 || way > 3, "drag");
  return { ...figures };
}
