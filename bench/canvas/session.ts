import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Contestant } from "./drive/contestant";
import { Tab } from "./drive/tab";
import type { Options } from "./options";
import type { BenchScene } from "./scene/make-scene";
import { WORKLOADS } from "./workloads/all-workloads";
import { firstPicture, fromDocument, loadScene } from "./workloads/board";
import { lookAt, wholeZoom, type Figures, type Stage } from "./workloads/stage";

/** So long a page may take for one workload, loading the scene among them. */
const LIMIT_MS = 120_000;

/** What became of a workload: its figures, or why there are none. */
export type Outcome = Figures | string;

/** Does every workload that the options ask for with one page in a fresh browser. The outcomes have the workloads' names. */
export async function runSession(
  contestant: Contestant,
  scene: BenchScene,
  { work, shots }: Options,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const isWanted = (name: string) => !work || work.has(name);
  const attempt = async (name: string, measure: () => Promise<Figures>) => {
    const limited = Promise.race([measure(), tooLong()]);
    const outcome = await limited.catch(reasonOf);
    outcomes.set(name, outcome);
    console.error(describe(contestant.name, scene, name, outcome));
    return typeof outcome !== "string";
  };
  const tab = await Tab.open();
  const stage = { tab, contestant, scene };
  try {
    const loadMs = await tab.visit(contestant.url);
    if (isWanted("load")) await attempt("load", async () => ({ page: loadMs }));
    if (contestant.hasDocument && isWanted("document")) {
      await attempt("document", () => fromDocument(stage));
      await tab.visit(contestant.url);
    }
    const isLoaded = isWanted("picture")
      ? await attempt("picture", () => firstPicture(stage))
      : await loadScene(stage).then(() => true);
    if (!isLoaded) return outcomes;
    if (shots) await takeShots(stage, shots);
    for (const { name, run } of WORKLOADS) {
      if (!isWanted(name)) continue;
      await attempt(name, () => run(stage));
      if (!(await answers(tab))) return outcomes;
    }
  } catch (error) {
    outcomes.set("session", reasonOf(error));
    console.error(describe(contestant.name, scene, "session", reasonOf(error)));
  } finally {
    await tab.close();
  }
  return outcomes;
}

async function takeShots(stage: Stage, folder: string): Promise<void> {
  const { tab, contestant, scene } = stage;
  for (const zoom of [1, wholeZoom(scene)]) {
    await lookAt(stage, zoom);
    const percent = Math.round(zoom * 100);
    const name = `${scene.shapes.length}-${contestant.name}-${percent}.png`;
    await tab.page.screenshot({ path: path.join(folder, name) });
  }
}

/** Whether the page is still good for another workload. */
function answers(tab: Tab): Promise<boolean> {
  const answer = tab.page.evaluate(() => true).catch(() => false);
  return Promise.race([answer, sleep(20_000, false, { ref: false })]);
}

/** Rejects when a page has had more than enough time: it would not answer anything else either. */
function tooLong(): Promise<never> {
  return sleep(LIMIT_MS, undefined, { ref: false }).then(() => {
    throw new Error(`It takes more than ${LIMIT_MS / 1_000} s.`);
  });
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0]!;
}

function describe(
  name: string,
  { shapes }: BenchScene,
  workload: string,
  outcome: Outcome,
): string {
  const said =
    typeof outcome === "string"
      ? outcome
      : Object.entries(outcome)
          .map(([key, value]) => `${key} ${Math.round(value * 100) / 100}`)
          .join(", ");
  return `${shapes.length} ${name} ${workload}: ${said}`;
}
