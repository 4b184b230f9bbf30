import { spawnSync } from "node:child_process";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { checkTypes } from "./check-types.mjs";
import { ensureNginx } from "./nginx.mjs";
import { countPlaywright, countTests, countVitest } from "./reports.mjs";
import { run, runPackage } from "./run.mjs";

/**
 * @import { Counts } from "./reports.mjs"
 * @import { RunOptions } from "./run.mjs"
 */

/**
 * @typedef {object} Step One part of `npm test`.
 * @property {string} name What one types to run it alone.
 * @property {() => Promise<Outcome>} run
 * @property {"computes" | "waits"} [lane] What it does most of the time. Steps of the two lanes run side by side; the others have the
 *   machine for themselves.
 *
 * @typedef {Counts | NotRun} Outcome
 *
 * @typedef {object} NotRun
 * @property {string} notRun Why it could not be run on this machine.
 */

const MINUTE = 60_000;
const isSoak = process.env["SOAK"] === "1";
/** A step that hangs is ended, so that the others still run and the result is still told. */
const TIMEOUT = isSoak ? 120 * MINUTE : 12 * MINUTE;
/** A busy machine takes three times the usual time for it. */
const BROWSERS_TIMEOUT = isSoak ? 120 * MINUTE : 20 * MINUTE;

/** @type {readonly Step[]} */
export const steps = [
  {
    name: "format",
    lane: "computes",
    run: () => tool("prettier/bin/prettier.cjs", "--check", "."),
  },
  {
    name: "lint",
    lane: "computes",
    run: () => tool("eslint/bin/eslint.js", "--max-warnings=0", "."),
  },
  {
    name: "types",
    lane: "computes",
    run: async () => check(await checkTypes()),
  },
  {
    name: "contracts",
    lane: "waits",
    run: () => vitest("contracts", { atEnd: true }),
  },
  {
    name: "integration",
    lane: "waits",
    run: () => vitest("integration", { atEnd: true }),
  },
  { name: "unit", run: () => vitest("unit") },
  {
    name: "build",
    run: async () => check(await ensureBuilt({ quiet: false })),
  },
  { name: "e2e", run: endToEnd },
  { name: "proxy", run: behindProxy },
];

/**
 * @param {string} file Entry file below node_modules.
 * @param {...string} args
 */
async function tool(file, ...args) {
  return check((await runPackage(file, args, { timeout: TIMEOUT })) === 0);
}

/**
 * @param {string} project
 * @param {RunOptions} [options]
 */
function vitest(project, options) {
  const file = `test-results/${project}.json`;
  return countTests({ file, count: countVitest }, () =>
    runPackage(
      "vitest/vitest.mjs",
      [
        "run",
        `--project=${project}`,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ],
      { timeout: TIMEOUT, ...options },
    ),
  );
}

/** @returns {Promise<Outcome>} */
async function endToEnd() {
  const browser = ensureBrowser();
  if (browser === undefined)
    return { notRun: "there is no browser here, and none could be installed" };
  if (!(await ensureBuilt({ quiet: true })))
    return { notRun: "the build failed" };
  const report = { file: "test-results/e2e.json", count: countPlaywright };
  return countTests(report, () =>
    runPackage("@playwright/test/cli.js", ["test"], {
      env: { BROWSER_PATH: browser },
      timeout: BROWSERS_TIMEOUT,
    }),
  );
}

/** @returns {Promise<Outcome>} */
async function behindProxy() {
  const nginx = ensureNginx();
  if (nginx === undefined)
    return { notRun: "there is no nginx here, and none could be fetched" };
  if (spawnSync("openssl", ["version"]).status !== 0)
    return { notRun: "there is no openssl here to make a certificate with" };
  const browser = ensureBrowser();
  if (browser === undefined)
    return { notRun: "there is no browser here, and none could be installed" };
  // Pages of their own, since the path is written into them.
  const env = { BASE_PATH: "/board", NGINX_PATH: nginx, BROWSER_PATH: browser };
  if ((await run(process.execPath, ["scripts/build.mjs"], { env })) !== 0)
    return { notRun: "the build failed" };
  return vitest("proxy", { env });
}

/**
 * A step that is one check as a whole.
 *
 * @param {boolean} passed
 * @returns {Counts}
 */
function check(passed) {
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}
