import path from "node:path";
import type { Contestant } from "./drive/contestant";
import { Tab } from "./drive/tab";
import type { Options } from "./options";
import type { BenchScene } from "./scene/make-scene";
import { WORKLOADS } from "./workloads/all-workloads";
import { firstPicture, fromDocument, loadScene } from "./workloads/board";
import { lookAt, wholeZoom, type Figures, type Stage } from "./workloads/stage";

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
    const outcome = await measure().catch(reasonOf);
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
    for (const { name, run } of WORKLOADS)
      if (isWanted(name)) await attempt(name, () => run(stage));
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
