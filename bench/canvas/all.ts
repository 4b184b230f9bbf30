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
console.error(`The machine's load before: ${load()}`);
for (const size of options.sizes) {
  const scene = makeScene(size);
  for (let run = 0; run < options.runs; run++)
    for (const contestant of contestants)
      results.add(
        size,
        contestant.name,
        await runSession(contestant, scene, options),
      );
  printTables(results, size);
}
printGoals(results, options.sizes);
console.log(
  `\n${options.runs} run(s); the machine's load at the end: ${load()}`,
);
if (options.json) await writeFile(options.json, results.toJson());
process.exit(0);
