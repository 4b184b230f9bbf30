import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { withLock } from "./lock.mjs";
import { inRepository } from "./repository.mjs";
import { run } from "./run.mjs";

const LOCKFILE = inRepository("package-lock.json");
const STAMP = inRepository("node_modules", ".boardwalk-install");
/** npm's own note of what it has put into node_modules, written at the end of an install. */
const INSTALLED = inRepository("node_modules", ".package-lock.json");

/**
 * Brings node_modules in line with package-lock.json, or does nothing when it is already.
 * Ends the process when the packages cannot be had.
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(inRepository("dist", "install.lock"), {
    work: install,
    onWait: () =>
      console.log("Another process is installing packages; waiting for it…"),
  });
}

async function install() {
  if (isInstalled()) return;
  const occasion = existsSync(INSTALLED)
    ? "they have changed since the last time"
    : "first start, about two minutes";
  console.log(`Installing packages (${occasion})…`);
  // The build tools are development packages, which NODE_ENV=production would leave out.
  const code = await npm(["ci", "--include=dev", "--loglevel=error"]);
  if (code !== 0) {
    console.error(
      `The packages could not be installed: npm ci ended with code ${code}, for the reason above.`,
    );
    process.exit(1);
  }
  writeFileSync(STAMP, expectedStamp());
}

/** @param {readonly string[]} args */
function npm(args) {
  const cli = process.env["npm_execpath"];
  return cli?.endsWith("npm-cli.js")
    ? run(process.execPath, [cli, ...args])
    : run("npm", args);
}

function isInstalled() {
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, "utf8") : undefined;
  if (stamp === expectedStamp()) return true;
  if (stamp !== undefined && !stamp.startsWith(runtime())) return false;
  if (!matchesLockfile()) return false;
  // Installed by hand with npm, and complete: nothing to add but the stamp.
  writeFileSync(STAMP, expectedStamp());
  return true;
}

function expectedStamp() {
  const hash = createHash("sha256").update(readFileSync(LOCKFILE));
  return `${runtime()} ${hash.digest("hex")}`;
}

/** What compiled packages are bound to: another Node needs another build of them. */
function runtime() {
  return `${process.platform}-${process.arch}-abi${process.versions.modules}`;
}

/** Whether node_modules holds exactly what package-lock.json asks for, optional packages aside. */
function matchesLockfile() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = packagesOf(LOCKFILE);
  const found = packagesOf(INSTALLED);
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === "") return true;
    const installed = found[folder];
    return installed ? installed.version === version : optional === true;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>} By folder; "" is the repository itself.
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
