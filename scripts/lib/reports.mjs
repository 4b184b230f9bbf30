import { existsSync, readFileSync, rmSync } from "node:fs";
import { inRepository } from "./repository.mjs";

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @typedef {object} Report Where a test runner leaves its results, and how to count them.
 * @property {string} file Inside the repository.
 * @property {(content: unknown) => Counts} count
 */

/**
 * Runs a test runner and counts what it reports. A runner that fails without a failed test, writes no report or ran
 * nothing at all counts as one failure: silence is never taken for success.
 *
 * @param {Report} report
 * @param {() => Promise<number>} runner Resolves with the exit code.
 * @returns {Promise<Counts>}
 */
export async function countTests(report, runner) {
  const file = inRepository(report.file);
  rmSync(file, { force: true });
  const code = await runner();
  if (!existsSync(file)) return failure("The runner left no report.");
  const counts = report.count(JSON.parse(readFileSync(file, "utf8")));
  if (counts.passed + counts.failed === 0)
    return failure("The runner ran no tests.");
  if (code !== 0 && counts.failed === 0) {
    const crash = failure(`The runner ended with code ${code}.`);
    return { ...counts, failed: crash.failed };
  }
  return counts;
}

/**
 * The JSON report of vitest.
 *
 * @param {any} content
 * @returns {Counts}
 */
export function countVitest(content) {
  // A file that could not even be loaded has no tests in it to fail.
  const unloaded = content.testResults.filter(
    (/** @type {any} */ { status, assertionResults }) =>
      status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: content.numPassedTests,
    failed: content.numFailedTests + unloaded.length,
    skipped: content.numPendingTests + content.numTodoTests,
  };
}

/**
 * The JSON report of Playwright. A flaky test is one that failed.
 *
 * @param {any} content
 * @returns {Counts}
 */
export function countPlaywright({ stats }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/** @param {string} reason */
function failure(reason) {
  console.error(reason);
  return { passed: 0, failed: 1, skipped: 0 };
}
