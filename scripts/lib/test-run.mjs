/**
 * @import { Counts } from "./reports.mjs"
 * @import { Outcome, Step } from "./test-steps.mjs"
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} seconds
 * @property {Outcome} outcome
 */

/**
 * Runs the steps, those of the two lanes first and side by side, each whatever became of the others, then prints what came
 * out. The last line is `N passed, N failed`, with `, N skipped` when something was not run.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} Whether nothing failed.
 */
export async function runSteps(steps) {
  const of = (/** @type {Step["lane"]} */ wanted) =>
    steps.filter(({ lane }) => lane === wanted);
  const results = (
    await Promise.all([runInOrder(of("computes")), runInOrder(of("waits"))])
  ).flat();
  results.push(...(await runInOrder(of(undefined))));
  const total = sum(results.map(({ outcome }) => countsOf(outcome)));
  console.log(`\n${summary(results)}\n${inWords(total)}`);
  return total.failed === 0 && total.passed > 0;
}

/**
 * @param {readonly Step[]} steps
 * @returns {Promise<Result[]>}
 */
async function runInOrder(steps) {
  /** @type {Result[]} */
  const results = [];
  for (const step of steps) {
    console.log(`\n── ${step.name} ──`);
    const start = performance.now();
    const outcome = await outcomeOf(step);
    const seconds = (performance.now() - start) / 1000;
    results.push({ name: step.name, seconds, outcome });
  }
  return results;
}

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(step) {
  try {
    return await step.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * @param {readonly Result[]} results
 * @returns {string} A line for each step, then a line for each that could not be run.
 */
export function summary(results) {
  const lines = results.map(({ name, seconds, outcome }) => {
    const told = "notRun" in outcome ? "not run" : inWords(outcome);
    return `${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s   ${told}`;
  });
  const missing = results.flatMap(({ name, outcome }) =>
    "notRun" in outcome ? [`Not run: ${name}, because ${outcome.notRun}.`] : [],
  );
  return [...lines, ...missing].join("\n");
}

/**
 * @param {Outcome} outcome
 * @returns {Counts} A step that was not run counts as one that was skipped.
 */
export function countsOf(outcome) {
  return "notRun" in outcome ? { passed: 0, failed: 0, skipped: 1 } : outcome;
}

/** @param {Counts} counts */
export function inWords({ passed, failed, skipped }) {
  const known = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${known}, ${skipped} skipped` : known;
}

/** @param {readonly Counts[]} all */
function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
