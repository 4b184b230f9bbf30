import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { bundleForNode } from "../../scripts/lib/bundle-for-node.mjs";
import { bundleStorageWorker } from "./storage/open-test-storage";

const READY = /http:\/\/localhost:(\d+)/;

/** A server in a process of its own, on a free port, without Next. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Such as `http://127.0.0.1:4711`. */
  readonly url: string;
  /** Where rooms are. */
  readonly syncUrl: string;
  /** All that it has printed. */
  readonly output: () => string;
  /** How many bytes JavaScript values take, once all that can be given back has been. */
  heapUsed(): Promise<number>;
  /** Sends a signal, and resolves with the exit code once the process has ended; null when the signal has ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a server. Resolves once it says where it can be visited; rejects, with all that it said, when it ends instead. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = await spawnServer(environment);
  let output = "";
  const port = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      output += text;
      const found = READY.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("close", (code) =>
      reject(new ServerEndedError(output, code ?? -1)),
    );
  });
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    syncUrl: `ws://127.0.0.1:${port}/sync`,
    output: () => output,
    async heapUsed() {
      child.send("heap?");
      const [bytes] = (await once(child, "message")) as [number];
      return bytes;
    },
    async end(signal) {
      const ended = once(child, "exit");
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** The server has ended before it could be visited. */
export class ServerEndedError extends Error {
  constructor(
    /** All that it printed. */
    readonly output: string,
    readonly code: number,
  ) {
    super(`The server has ended with ${code}:\n${output}`);
  }
}

async function spawnServer(
  environment: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const entry = await bundleForNode("tests/support/server-entry.ts");
  const workerUrl = await bundleStorageWorker();
  const cutterUrl = await bundleForNode("server/rooms/slices/cutter-worker.ts");
  const child = spawn(
    process.execPath,
    ["--expose-gc", fileURLToPath(entry), workerUrl.href, cutterUrl.href],
    {
      env: { ...process.env, HOST: "127.0.0.1", PORT: "0", ...environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}
