import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleForNode } from "../../../scripts/lib/bundle-for-node.mjs";

/** What a process has used, all of its threads together. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
  /** Of it, what JavaScript holds in the main thread. */
  readonly heapBytes: number;
}

export type ServerName =
  "boardwalk" | "floor" | "hocuspocus" | "socket-io" | "y-websocket";

const START_MS = 30_000;
const ANSWER_MS = 60_000;
const STOP_MS = 5_000;
const MEASURED = pathToFileURL(path.resolve("bench/sync/servers/measured.mjs"));
const NODE_22 = path.resolve("bench/node_modules/node/bin/node");

/** Ends the program with what to do, unless the peers are there. */
export function requirePeers(): void {
  if (existsSync(NODE_22)) return;
  console.error(
    "The servers to compare with are not installed: npm ci --prefix bench first, or give --only=ours,floor.",
  );
  process.exit(2);
}

/** A server that is measured, in a process of its own. */
export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #dataDir: string;

  /** @param dataDir Where ours keeps its boards. Default: a new folder that goes with the server. */
  static async start(
    name: ServerName,
    { dataDir }: { dataDir?: string } = {},
  ): Promise<ServerProcess> {
    const ownDir = await mkdtemp(path.join(tmpdir(), "bench-sync-"));
    const child = fork(await fileOf(name), {
      ...(name === "hocuspocus" ? { execPath: NODE_22 } : {}),
      execArgv: ["--expose-gc", "--import", MEASURED.href, ...profiling()],
      env: { ...process.env, ...(await settings(dataDir ?? ownDir)) },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const { port } = await answerOf<{ port: number }>(child, START_MS);
    return new ServerProcess(child, port, ownDir);
  }

  private constructor(child: ChildProcess, port: number, dataDir: string) {
    this.#child = child;
    this.port = port;
    this.#dataDir = dataDir;
  }

  /** @param collect Whether garbage is collected first, so that the memory is what is really held. */
  async usage({ collect = false } = {}): Promise<Usage> {
    this.#child.send({ collect });
    return answerOf<Usage>(this.#child, ANSWER_MS);
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), STOP_MS);
    await gone;
    clearTimeout(timer);
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}

/** With `--profile=folder`, ours leaves there where its time has gone: for Chromium's developer tools. */
function profiling(): string[] {
  const option = process.argv.find((one) => one.startsWith("--profile="));
  if (!option) return [];
  return ["--cpu-prof", "--cpu-prof-dir", option.split("=")[1]!];
}

async function fileOf(name: ServerName): Promise<string> {
  if (name !== "boardwalk")
    return path.resolve(`bench/sync/servers/${name}.mjs`);
  return fileURLToPath(await bundleForNode("bench/sync/servers/boardwalk.ts"));
}

async function settings(dataDir: string): Promise<Record<string, string>> {
  const worker = await bundleForNode("server/storage/sqlite/sqlite-worker.ts");
  const cutter = await bundleForNode("server/rooms/slices/cutter-worker.ts");
  return {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    DATA_DIR: dataDir,
    // Everybody comes from the same address.
    ROOM_RATE: "999999999",
    WORKER_URL: worker.href,
    CUTTER_URL: cutter.href,
  };
}

function answerOf<T>(child: ChildProcess, timeout: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      child.off("message", answered).off("exit", ended);
    };
    const fail = (what: string) => {
      done();
      reject(new Error(`${child.spawnargs.join(" ")} ${what}`));
    };
    const answered = (answer: unknown) => {
      done();
      resolve(answer as T);
    };
    const ended = () => fail("has ended.");
    const timer = setTimeout(() => fail("does not answer."), timeout);
    child.on("message", answered).on("exit", ended);
  });
}
