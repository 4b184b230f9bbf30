import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { bundleForNode } from "../../../../scripts/lib/bundle-for-node.mjs";
import type { CrashReport } from "./crash-report";

const FOLDER = "tests/support/storage/crash";

export interface ChildRun {
  readonly dataDir: string;
  /** How many updates each room is to have at the end. */
  readonly words: number;
  /** The seam at which the child kills itself. Default: none. */
  readonly killAtSeam?: number;
  /** The child is killed from outside after this many reports. Default: never. */
  readonly killAfterReports?: number;
}

/** Runs crash-child.ts to its end, natural or not, and resolves with all that it reported. */
export async function runChild(run: ChildRun): Promise<CrashReport[]> {
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(await bundleForNode(`${FOLDER}/crash-child.ts`)),
      run.dataDir,
      (await bundleForNode(`${FOLDER}/crashing-worker.ts`)).href,
      String(run.words),
    ],
    {
      env: { ...process.env, KILL_AT_SEAM: String(run.killAtSeam ?? "") },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const closed = once(child, "close");
  const reports: CrashReport[] = [];
  for await (const line of createInterface(child.stdout)) {
    reports.push(JSON.parse(line) as CrashReport);
    if (reports.length === run.killAfterReports) child.kill("SIGKILL");
  }
  const [code, signal] = await closed;
  if (code !== 0 && signal !== "SIGKILL") {
    throw new Error(`The child has failed with code ${String(code)}.`);
  }
  return reports;
}
