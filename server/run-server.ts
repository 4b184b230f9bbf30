import pino from "pino";
import { systemClock } from "@/core/base/clock";
import { loadServerIdentity } from "./auth/server-identity";
import { ConfigError, readConfig, type Config } from "./config";
import { createServer } from "./create-server";
import { explainListenError } from "./http/listen-error";
import type { Pages } from "./http/pages";
import { startMessage } from "./http/start-message";
import type { Log } from "./log";
import { Metrics } from "./metrics/metrics";
import { addProcessMetrics } from "./metrics/process-metrics";
import { StorageMetrics } from "./metrics/storage-metrics";
import { WorkerCutter } from "./rooms/slices/worker-cutter";
import { stopOnSignal } from "./stop-on-signal";
import type { BoardStorage } from "./storage/board-storage";
import type { CommitTiming } from "./storage/commit-timing";

/** What a storage tells the server that uses it. */
export interface StorageEvents {
  readonly onCommit: (commit: CommitTiming) => void;
  readonly onCommitFailed: (error: unknown) => void;
  /** The storage has broken down and only a new process helps. */
  readonly onFailure: (error: Error) => void;
}

/** What a server stands on; the main program chooses it. */
export interface Foundations {
  /** `cutter-worker.ts`, bundled as JavaScript. */
  readonly cutterUrl: URL;
  openStorage(config: Config, events: StorageEvents): Promise<BoardStorage>;
  /** @param port The one that the server listens on. */
  openPages(config: Config, port: number): Promise<Pages>;
}

/**
 * Runs a server for as long as the process lives: starts it by the environment's settings, tells where it can be visited, and ends
 * the process when it is told to or when it cannot start, in one sentence for each reason.
 */
export async function runServer(foundations: Foundations): Promise<void> {
  try {
    await start(foundations);
  } catch (error) {
    endWith(error);
  }
}

async function start(foundations: Foundations): Promise<void> {
  const { openStorage, openPages, cutterUrl } = foundations;
  const config = readConfig();
  const log = openLog(config);
  const metrics = new Metrics();
  addProcessMetrics(metrics);
  const commits = new StorageMetrics(metrics);
  const storage = await openStorage(config, {
    onCommit: (commit) => commits.committed(commit),
    onCommitFailed: () => commits.failed(),
    onFailure: (err) => {
      log.error({ err }, "the storage has broken down");
      process.exit(1);
    },
  });
  const cutter = new WorkerCutter({ workerUrl: cutterUrl, log });
  const stored = await loadServerIdentity(config.dataDir);
  const sessionSecret = config.sessionSecret ?? stored.sessionSecret;
  const server = createServer({
    config,
    identity: { ...stored, sessionSecret },
    storage,
    cutter,
    openPages: (port) => openPages(config, port),
    clock: systemClock,
    log,
    metrics,
  });
  stopOnSignal({
    clock: systemClock,
    log,
    stop: async () => {
      await server.stop();
      await cutter.close();
      await storage.close();
    },
  });
  try {
    await server.start();
  } catch (error) {
    throw explainListenError(error, config);
  }
  const { port, lanOrigins } = server;
  log.info({ host: config.host, port, basePath: config.basePath }, "started");
  const hasColours = process.stdout.isTTY;
  console.log(startMessage({ ...config, port, lanOrigins, hasColours }));
}

/** Apart from what is printed for people, which goes to the standard output. */
function openLog({ logLevel }: Config): Log {
  const destination = pino.destination({ dest: process.stderr.fd, sync: true });
  return pino({ level: logLevel }, destination);
}

function endWith(error: unknown): never {
  const problems = error instanceof ConfigError ? error.problems : [error];
  for (const problem of problems)
    console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
}
