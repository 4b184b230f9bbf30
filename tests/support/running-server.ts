import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const ENTRY = path.resolve(import.meta.dirname, "../../dist/server/main.js");
const READY = /http:\/\/localhost:(\d+)/;

/** The built server as a process of its own, on a free port, with a data folder that it keeps over restarts. */
export class RunningServer {
  /** May be changed while the server is down. */
  readonly dataDir: string;
  readonly #settings: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #port = 0;
  #output = "";

  private constructor(
    dataDir: string,
    settings: Readonly<Record<string, string>>,
  ) {
    this.dataDir = dataDir;
    this.#settings = settings;
  }

  /** @param settings Besides those that all tests need. */
  static async start(
    settings: Readonly<Record<string, string>> = {},
  ): Promise<RunningServer> {
    const server = new RunningServer(
      await mkdtemp(path.join(tmpdir(), "boardwalk-e2e-")),
      settings,
    );
    await server.restart();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Starts it again after it has ended, on the same port and with the same data. */
  async restart(): Promise<void> {
    const child = spawn(process.execPath, [ENTRY], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: String(this.#port),
        DATA_DIR: this.dataDir,
        ROOM_RATE: "10000",
        BENCH: "1",
        ...this.#settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    this.#output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text) => (this.#output += text));
    child.once("exit", (code, signal) => {
      this.#output += `The server ended with ${code ?? signal}.\n`;
    });
    this.#port = await this.#portOf(child);
  }

  /** All that it has said since it was started, and how it ended. */
  get output(): string {
    return this.#output;
  }

  /** Ends it by a signal that it cannot refuse, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Ends it for good and removes its data. */
  async dispose(): Promise<void> {
    await this.#end("SIGTERM");
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  /** Resolves with the port that the server prints, and rejects with all it said when it ends instead. */
  #portOf(child: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
      child.stdout?.on("data", () => {
        const port = READY.exec(this.#output)?.[1];
        if (port) resolve(Number(port));
      });
      child.once("exit", () => reject(new Error(this.#output)));
    });
  }
}
