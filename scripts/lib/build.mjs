import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { withLock } from "./lock.mjs";
import { basePath, pagesFolder } from "./pages-folder.mjs";
import { inRepository } from "./repository.mjs";
import { runPackage } from "./run.mjs";

/**
 * @typedef {object} Part Something that is built on its own.
 * @property {string} name
 * @property {readonly string[]} inputs What it is built from, besides `SHARED_INPUTS`.
 * @property {readonly string[]} settings What else it depends on, besides the version of Node.
 * @property {string} stamp A file in dist that tells what the output was made of.
 * @property {string} output A file that a finished build leaves.
 * @property {(options: BuildOptions) => Promise<boolean>} build Resolves with whether it worked.
 *
 * @typedef {object} BuildOptions
 * @property {boolean} quiet Whether to show the tools' output only when they fail.
 * @property {readonly string[]} [parts] Names of those that are needed. Default: all.
 */

const SHARED_INPUTS = [
  "core",
  "package.json",
  "package-lock.json",
  "tsconfig.base.json",
  "scripts/lib/build.mjs",
];

/** @type {readonly Part[]} */
const PARTS = [
  {
    name: "server",
    inputs: ["server", "scripts/lib/server-bundle.mjs"],
    settings: [],
    stamp: "server.stamp",
    output: "dist/server/main.js",
    build: buildServer,
  },
  {
    name: "pages",
    inputs: [
      "app",
      "client",
      "components",
      "public",
      "next.config.ts",
      "server/http/pages-folder.ts",
      "scripts/lib/pages-folder.mjs",
      "scripts/lib/worker-bundle.mjs",
      "postcss.config.mjs",
      "tsconfig.json",
    ],
    // Next writes the base path into the pages: what was built for one serves no other, and has a folder of its own.
    settings: [basePath],
    stamp: `${pagesFolder.replace(".next", "pages")}.stamp`,
    output: `${pagesFolder}/BUILD_ID`,
    build: buildPages,
  },
];

/**
 * Builds what has changed since its last build, or nothing. Several processes may call it at once.
 *
 * @param {BuildOptions} options
 * @returns {Promise<boolean>} Whether everything is built now.
 */
export async function ensureBuilt(options) {
  if (wanted(options).every(isFresh)) return true;
  return withLock(inRepository("dist", "build.lock"), {
    work: () => buildStaleParts(options),
    onWait: () => console.log("Another process is building; waiting for it…"),
  });
}

/** @param {BuildOptions} options */
function wanted({ parts }) {
  return PARTS.filter(({ name }) => !parts || parts.includes(name));
}

/** @param {BuildOptions} options */
async function buildStaleParts(options) {
  for (const part of wanted(options)) {
    if (isFresh(part)) continue;
    console.log(`Building the ${part.name}…`);
    // Taken before the build, so that a file changed meanwhile leaves the result stale.
    const sources = sourcesOf(part);
    rmSync(stampFile(part), { force: true });
    if (!(await part.build(options))) return false;
    mkdirSync(path.dirname(stampFile(part)), { recursive: true });
    writeFileSync(stampFile(part), sources + outputOf(part));
  }
  return true;
}

/** @param {BuildOptions} options */
async function buildServer({ quiet }) {
  // Loaded late: this module is also used where the packages are not installed yet.
  const { bundleServer } = await import("./server-bundle.mjs");
  return bundleServer({ quiet });
}

/** @param {BuildOptions} options */
async function buildPages({ quiet }) {
  const code = await runPackage("next/dist/bin/next", ["build"], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    quiet,
  });
  if (code !== 0) return false;
  // Loaded late: this module is also used where the packages are not installed yet.
  const { bundleWorker } = await import("./worker-bundle.mjs");
  return bundleWorker({ quiet });
}

/** @param {Part} part */
function isFresh(part) {
  if (!existsSync(stampFile(part))) return false;
  const stamp = readFileSync(stampFile(part), "utf8");
  return stamp === sourcesOf(part) + outputOf(part);
}

/** @param {Part} part */
function stampFile({ stamp }) {
  return inRepository("dist", stamp);
}

/** @param {Part} part */
function sourcesOf({ inputs, settings }) {
  const node = process.versions.node.split(".", 1);
  return fingerprint({
    inputs: [...SHARED_INPUTS, ...inputs],
    settings: [...settings, ...node],
  });
}

/**
 * Belongs to the stamp, so that what somebody built by hand is not taken for ours.
 *
 * @param {Part} part
 */
function outputOf({ output }) {
  return fingerprint({ inputs: [output], settings: [] });
}
