import { writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { readyContestants } from "./contestants";
import { readOptions } from "./options";
import { Results } from "./report/results";
import { printTables } from "./report/tables";
import { printGoals } from "./report/goals";
import { makeScene } from "./scene/make-scene";
import { runSession } from "./session";

// Ours beside other whiteboards and a naive page: the same scene and the same real input, in turns. See README.md in this folder.

const options = readOptions();
const contestants = await readyContestants(options);
const results = new Results();
const load = () => loadavg()[0]!.toFixed(1);
console.error(`The machine's load: ${load()}`);
for (const size of options.sizes) {
  const scene = makeScene(size);
  for (let run = 0; run < options.runs; run++)
    for (const contestant of contestants) {
      const outcomes = await runSession(contestant, scene, options);
      results.add(size, contestant.name, outcomes);
      // At once: a run is long, and may be ended from outside.
      if (options.json) await writeFile(options.json, results.toJson());
    }
  printTables(results, size);
  console.log(`\nThe machine's load: ${load()}`);
}
printGoals(results, options.sizes);
process.exit(0);
