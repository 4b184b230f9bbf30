import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { inRepository } from "./repository.mjs";

/** Where Debian's package is unpacked: it is not installed, which would start a server on port 80. */
const UNPACKED = inRepository("node_modules", ".cache", "boardwalk", "nginx");
/** Those of Debian and Ubuntu that hold the program. */
const PACKAGES = ["nginx", "nginx-core", "nginx-light"];
const PROGRAM = "usr/sbin/nginx";

/**
 * @typedef {object} Machine What the search looks at; a test gives its own.
 * @property {Record<string, string | undefined>} env
 * @property {(file: string) => boolean} runs Whether the file is there and an nginx.
 */

/** @type {Machine} */
const thisMachine = {
  env: process.env,
  runs: (file) => existsSync(file) && succeeds(file, ["-v"]),
};

/**
 * The nginx for the tests behind a proxy: the one that NGINX_PATH names, else one of the machine, else the one that has been fetched;
 * undefined when there is none.
 *
 * @param {Machine} machine
 * @returns {string | undefined} Path of the executable.
 */
export function findNginx({ env, runs } = thisMachine) {
  const folders = (env["PATH"] ?? "").split(path.delimiter);
  const candidates = [
    env["NGINX_PATH"],
    ...[...folders, "/usr/sbin", "/usr/local/sbin"].map((folder) =>
      path.join(folder, "nginx"),
    ),
    path.join(UNPACKED, PROGRAM),
  ];
  return candidates.find((file) => file !== undefined && runs(file));
}

/**
 * `findNginx`, and when there is none, fetches Debian's package and unpacks it. Says what it does. Undefined when it could not be had.
 *
 * @returns {string | undefined} Path of the executable.
 */
export function ensureNginx() {
  const found = findNginx();
  if (found !== undefined || !existsSync("/etc/debian_version")) return found;
  console.log("No nginx found; fetching Debian's package with apt-get…");
  return fetchNginx();
}

/** @returns {string | undefined} */
export function fetchNginx(folder = UNPACKED) {
  const program = path.join(folder, PROGRAM);
  mkdirSync(folder, { recursive: true });
  // Only root may renew the lists; whoever has some can fetch by them all the same.
  if (process.getuid?.() === 0) succeeds("apt-get", ["update"]);
  for (const name of PACKAGES) {
    if (!succeeds("apt-get", ["download", name], folder)) continue;
    const file = readdirSync(folder).find(
      (each) => each.startsWith(`${name}_`) && each.endsWith(".deb"),
    );
    if (file) succeeds("dpkg-deb", ["-x", path.join(folder, file), folder]);
    if (thisMachine.runs(program)) return program;
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [cwd]
 */
function succeeds(command, args, cwd) {
  return spawnSync(command, args, { cwd, stdio: "ignore" }).status === 0;
}
