import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// Seconds from `npm start` to the first page, on a fresh clone and the second time. The floor is the install alone, which
// nothing of ours can make faster.

const clone = mkdtempSync(path.join(tmpdir(), "boardwalk-clone-"));
try {
  run("git", ["clone", "--quiet", ".", clone], process.cwd());
  const fresh = await secondsToFirstPage();
  const again = await secondsToFirstPage();
  rmSync(path.join(clone, "node_modules"), { recursive: true });
  const install = seconds(() =>
    run("npm", ["ci", "--include=dev", "--silent"], clone),
  );
  print([
    ["npm start on a fresh clone, to the first page", fresh],
    ["  of which the install, the floor", install],
    ["a second npm start, to the first page", again],
  ]);
} finally {
  rmSync(clone, { recursive: true, force: true });
}

async function secondsToFirstPage(): Promise<number> {
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: clone,
    // A group of its own, so that npm and what it started end together.
    detached: true,
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: path.join(clone, "data"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const page = await fetch(`${await urlFrom(child)}/`);
  if (!page.ok) throw new Error(`The first page answered ${page.status}.`);
  await page.text();
  const elapsed = (performance.now() - startedAt) / 1000;
  const ended = once(child, "exit");
  process.kill(-child.pid!, "SIGTERM");
  await ended;
  return elapsed;
}

function urlFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const url = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (url) resolve(url);
    });
    child.once("exit", () => reject(new Error(`It ended:\n${output}`)));
  });
}

function run(command: string, args: string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} ended with ${status}.`);
}

function seconds(work: () => void): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1000;
}

function print(rows: [string, number][]): void {
  for (const [name, value] of rows)
    console.log(`${name.padEnd(50)}${value.toFixed(1).padStart(8)} s`);
}
