import { spawn } from "node:child_process";
import { once } from "node:events";
import * as esbuild from "esbuild";
import { inRepository, root } from "./repository.mjs";
import { serverBundle } from "./server-bundle.mjs";

/** @import { ChildProcess } from "node:child_process" */

// Apart from dist/server, so that developing never makes a production build stale.
const OUTDIR = "dist/dev";

/**
 * Keeps a server running on the newest code: bundles it on every change and starts it anew. The pages are Next's
 * own business, which the server runs in development mode. Ends with the process.
 */
export async function developServer() {
  const server = new RestartingProcess([
    "--enable-source-maps",
    inRepository(OUTDIR, "main.js"),
  ]);
  const context = await esbuild.context({
    ...serverBundle(OUTDIR),
    logLevel: "warning",
    plugins: [
      {
        name: "restart the server",
        setup(build) {
          build.onEnd(({ errors }) => {
            if (errors.length === 0) server.restart();
          });
        },
      },
    ],
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.once(signal, () => {
      void Promise.all([context.dispose(), server.stop()]).then(() =>
        process.exit(),
      );
    });
  await context.watch();
}

/** A Node process that can be started anew; never two of it at once. */
class RestartingProcess {
  /** @type {ChildProcess | undefined} */
  #child;
  /** Restarts and stops, one after the other. */
  #queue = Promise.resolve();
  #args;

  /** @param {readonly string[]} args */
  constructor(args) {
    this.#args = args;
  }

  restart() {
    this.#queue = this.#queue.then(async () => {
      if (await this.#end()) console.log("The server has changed; restarting…");
      this.#child = spawn(process.execPath, this.#args, {
        cwd: root,
        stdio: "inherit",
        // A group of its own: Ctrl-C in a terminal reaches this script alone, which then ends the server once.
        detached: process.platform !== "win32",
      });
    });
  }

  /** Resolves once the process has ended. */
  stop() {
    this.#queue = this.#queue.then(async () => void (await this.#end()));
    return this.#queue;
  }

  /** @returns {Promise<boolean>} Whether there was a process to end. */
  async #end() {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return false;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    return true;
  }
}
