import type { Contestant } from "../drive/contestant";
import { settle } from "../drive/gesture";
import type { Tab } from "../drive/tab";
import type { BenchScene } from "../scene/make-scene";

/** The middle of the window, which every page keeps free of panels. */
export const MIDDLE = { x: 640, y: 400 };

/** A page with its board, ready for a workload. */
export interface Stage {
  readonly tab: Tab;
  readonly contestant: Contestant;
  readonly scene: BenchScene;
}

/** What was measured: milliseconds, unless the name says otherwise. */
export type Figures = Readonly<Record<string, number>>;

/** The zoom at which the whole board is in view, with some air. */
export function wholeZoom({ bounds }: BenchScene): number {
  return 0.9 * Math.min(1280 / bounds.w, 800 / bounds.h);
}

/** Puts the middle of the board into the middle of the window. */
export async function lookAt(
  { tab, scene }: Stage,
  zoom: number,
): Promise<void> {
  const { center } = scene;
  const camera = {
    x: center.x - MIDDLE.x / zoom,
    y: center.y - MIDDLE.y / zoom,
    zoom,
  };
  await tab.page.evaluate((to) => window.__board!.setCamera(to), camera);
  await settle(tab);
}

/** Where the middle of the shape that is dragged is in the window. */
export async function probeOnScreen({ tab, scene }: Stage) {
  const { probe } = scene;
  const { at, camera } = await tab.page.evaluate(
    (id) => ({
      at: window.__board!.getShape(id)!,
      camera: window.__board!.getCamera(),
    }),
    probe.id,
  );
  return {
    x: (at.x + probe.w / 2 - camera.x) * camera.zoom,
    y: (at.y + probe.h / 2 - camera.y) * camera.zoom,
  };
}

/** So that a page which takes no notice of its input is not taken for a fast one. */
export function expectDone(isDone: boolean, what: string): void {
  if (!isDone) throw new Error(`The page did not ${what}.`);
}
