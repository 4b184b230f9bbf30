import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { WorkerSetup } from "@/server/storage/sqlite/worker-messages";

// Loaded before the storage's worker, in a process that a test has started. A seam is a moment between two steps of
// the worker that writes: before and after each statement, BEGIN and COMMIT too, and each answer. At the seam whose
// number is KILL_AT_SEAM the process kills itself as `kill -9` would; without one it says how many seams there were.

type Method = (this: unknown, ...args: unknown[]) => unknown;

const killAt = Number(process.env["KILL_AT_SEAM"]);
let seams = 0;

function passSeam(): void {
  seams += 1;
  if (seams === killAt) process.kill(process.pid, "SIGKILL");
}

function addSeams(target: unknown, names: readonly string[]): void {
  const methods = target as Record<string, Method>;
  for (const name of names) {
    const original = methods[name]!;
    methods[name] = function (...args) {
      passSeam();
      const result = original.apply(this, args);
      passSeam();
      return result;
    };
  }
}

if ((workerData as WorkerSetup).role === "writer") {
  const anyStatement = new Database(":memory:").prepare("select 1");
  addSeams(Object.getPrototypeOf(anyStatement), ["run", "get", "all"]);
  addSeams(Database.prototype, ["exec", "pragma", "close"]);
  addSeams(parentPort, ["postMessage"]);
  process.once("exit", () => {
    writeSync(1, `${JSON.stringify({ kind: "seams", seams })}\n`);
  });
}
