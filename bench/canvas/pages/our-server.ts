import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const READY = /http:\/\/localhost:\d+/;

/** Builds what is stale and starts our server as it is delivered, until the program ends. Resolves with its address. */
export async function startOurServer(): Promise<string> {
  const build = spawnSync(process.execPath, ["scripts/build.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (build.status !== 0) throw new Error("Our own pages could not be built.");
  const dataDir = mkdtempSync(path.join(tmpdir(), "bench-canvas-"));
  const child = spawn(process.execPath, ["dist/server/main.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      DATA_DIR: dataDir,
      BENCH: "1",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => {
    child.kill("SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  });
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const url = READY.exec(output)?.[0];
      if (url) resolve(url);
    });
    child.once("exit", () => reject(new Error(`It ended:\n${output}`)));
  });
}
