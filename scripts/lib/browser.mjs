import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { root } from "./repository.mjs";

/** Debian's Chromium without windows: pages load in half the time. */
const SHELL = "chromium-headless-shell";

const NAMES = [
  SHELL,
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];

const USUAL_PLACES = [
  `/usr/bin/${SHELL}`,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const QUIET_ARGS = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * @typedef {object} Machine What the search looks at; a test gives its own.
 * @property {Record<string, string | undefined>} env
 * @property {(file: string) => boolean} exists
 * @property {(file: string) => boolean} runs Whether the file is there and a browser; Ubuntu has one that only asks
 *   for another to be installed.
 * @property {() => string} playwrightsOwn Where Playwright keeps the browser that it installs, present or not.
 */

/** @type {Machine} */
const thisMachine = {
  env: process.env,
  exists: existsSync,
  runs(file) {
    if (!existsSync(file)) return false;
    // There, Chrome knows no such argument and would open a window.
    if (process.platform === "win32") return true;
    return spawnSync(file, ["--version"]).status === 0;
  },
  playwrightsOwn() {
    // Loaded late: the module is also used where the packages are not installed yet.
    const require = createRequire(import.meta.url);
    return require("@playwright/test").chromium.executablePath();
  },
};

/**
 * The browser for the end-to-end tests: the one that BROWSER_PATH names, else Playwright's own, else a Chromium or
 * Chrome of the machine; undefined when there is none. Throws when BROWSER_PATH names a file that does not exist.
 *
 * @param {Machine} machine
 * @returns {string | undefined} Path of the executable.
 */
export function findBrowser(machine = thisMachine) {
  const named = machine.env["BROWSER_PATH"];
  if (named) {
    if (machine.exists(named)) return named;
    throw new Error(`BROWSER_PATH names ${named}, which does not exist.`);
  }
  const own = machine.playwrightsOwn();
  if (machine.exists(own)) return own;
  const folders = (machine.env["PATH"] ?? "").split(path.delimiter);
  const candidates = NAMES.flatMap((name) =>
    folders.map((folder) => path.join(folder, name)),
  );
  return [...candidates, ...USUAL_PLACES].find(machine.runs);
}

/**
 * `findBrowser`, and when there is none, gets one: from the distribution as root on Debian or Ubuntu, else from
 * Playwright. Says what it does. Undefined when it could not be had.
 *
 * @returns {string | undefined} Path of the executable.
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (isRoot() && existsSync("/etc/debian_version")) {
    console.log("No browser found; installing Chromium with apt-get…");
    execute("apt-get", ["update"]);
    for (const name of [SHELL, "chromium"]) {
      execute("apt-get", ["install", "-y", name]);
      const installed = findBrowser();
      if (installed !== undefined) return installed;
    }
  }
  console.log("No browser found; installing Playwright's Chromium…");
  execute(process.execPath, [
    "node_modules/@playwright/test/cli.js",
    "install",
    // The system libraries too, where we may install them.
    ...(isRoot() ? ["--with-deps"] : []),
    "chromium",
  ]);
  return findBrowser();
}

/** Arguments with which the browser is to be started: it keeps to itself, and as root it has no sandbox. */
export function browserArgs() {
  return isRoot() ? ["--no-sandbox", ...QUIET_ARGS] : QUIET_ARGS;
}

function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function execute(command, args) {
  spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
