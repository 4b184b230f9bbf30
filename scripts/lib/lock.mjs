import {
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const HEARTBEAT_MS = 1_000;
// Long enough for a machine that is busy compiling; a holder that died is noticed by its process id at once.
const STALE_AFTER_MS = 30_000;
const POLL_MS = 250;

/**
 * Runs `work` while no other process of this machine runs work under the same lock file. A lock left behind by a
 * process that died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {{ work: () => Promise<T>, onWait: () => void }} options `onWait` is called once if another holds the lock.
 * @returns {Promise<T>}
 */
export async function withLock(file, { work, onWait }) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = false; !tryLock(file); waited = true) {
    if (!waited) onWait();
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await delay(POLL_MS);
  }
  const release = () => {
    if (isOurs(file)) rmSync(file);
  };
  const heartbeat = setInterval(() => {
    if (isOurs(file)) touch(file);
  }, HEARTBEAT_MS);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off("exit", release);
    release();
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** @param {string} file */
function isAbandoned(file) {
  const holder = holderOf(file);
  if (holder === undefined) return false;
  // In a container the ids of processes repeat, so a living id proves nothing: the heartbeat decides as well.
  return Date.now() - holder.seenAt > STALE_AFTER_MS || !isAlive(holder.pid);
}

/** @param {string} file */
function isOurs(file) {
  return holderOf(file)?.pid === process.pid;
}

/** @param {string} file */
function holderOf(file) {
  try {
    return {
      pid: Number(readFileSync(file, "utf8")),
      seenAt: statSync(file).mtimeMs,
    };
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  utimesSync(file, now, now);
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
