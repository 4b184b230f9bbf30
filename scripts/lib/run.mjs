import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./repository.mjs";

/** @import { ChildProcess } from "node:child_process" */

const FORWARDED = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
const isWindows = process.platform === "win32";

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] Added to this process's own environment.
 * @property {boolean} [quiet] Keep the output to ourselves and show it only when the command fails.
 * @property {boolean} [atEnd] Show the output once the command has ended: it runs beside another whose output must stay readable.
 * @property {number} [timeout] Milliseconds until the command and its children are killed. Default: never.
 */

/**
 * Runs a command in the repository's folder and resolves with its exit code once it has ended. A signal that
 * reaches this process meanwhile is passed on, and ends this process too once the command has ended.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", ...outputs(options.quiet || options.atEnd)],
    // A group of its own, so that a timeout ends the command's children as well.
    detached: !isWindows,
    // npm is a batch file there, which only the shell can start.
    shell: isWindows && command === "npm",
  });
  const output = collect(child);
  const stopForwarding = forwardSignals(child);
  const ceiling = options.timeout
    ? setTimeout(() => {
        console.error(`\nStopped after ${options.timeout} ms: ${command}`);
        killGroup(child, "SIGKILL");
      }, options.timeout)
    : undefined;
  try {
    const code = await ended(child);
    if (options.atEnd) process.stdout.write(Buffer.concat(output));
    else if (code !== 0) process.stderr.write(Buffer.concat(output));
    return code;
  } finally {
    clearTimeout(ceiling);
    stopForwarding();
  }
}

/**
 * Runs the JavaScript entry file of an installed package with this same Node.
 *
 * @param {string} file Path below node_modules.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runPackage(file, args, options) {
  return run(process.execPath, [`node_modules/${file}`, ...args], options);
}

/**
 * @param {boolean | undefined} quiet
 * @returns {["pipe", "pipe"] | ["inherit", "inherit"]}
 */
function outputs(quiet) {
  return quiet ? ["pipe", "pipe"] : ["inherit", "inherit"];
}

/**
 * @param {ChildProcess} child
 * @returns {Buffer[]} Fills up while the child runs.
 */
function collect(child) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => chunks.push(chunk));
  return chunks;
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<number>} The exit code; as a shell would give it when a signal ended the child.
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

/** @param {ChildProcess} child */
function forwardSignals(child) {
  const listeners = FORWARDED.map((signal) => {
    const listener = () => {
      killGroup(child, signal);
      child.once("close", () => process.exit(128 + constants.signals[signal]));
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => listeners.forEach((stop) => stop());
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  const hasEnded = child.exitCode !== null || child.signalCode !== null;
  if (child.pid === undefined || hasEnded) return;
  if (isWindows) child.kill(signal);
  else process.kill(-child.pid, signal);
}
