import { onTestFinished } from "vitest";
import { systemClock, type Clock } from "@/core/base/clock";
import type { BoardwalkServer } from "@/server/boardwalk-server";
import { createServer, type ServerOptions } from "@/server/create-server";
import { cutHere } from "@/server/rooms/slices/update-cutter";
import type { BoardStorage } from "@/server/storage/board-storage";
import { MemoryBoardStorage } from "@/server/storage/memory-storage";
import { mergeUpdates } from "@/server/storage/merge-updates";
import { pagesThatTell } from "./server-pages";
import { openTestStorage } from "./storage/open-test-storage";
import { temporaryFolder } from "./storage/temporary-folder";

export interface TestServerOptions {
  readonly config?: Partial<ServerOptions["config"]>;
  /** Default: SQLite in a folder of its own. Closed with the server. */
  readonly storage?: BoardStorage;
  readonly clock?: Clock;
}

export interface TestServer {
  readonly server: BoardwalkServer;
  /** Such as `http://localhost:4711`. */
  readonly url: string;
  /** Where rooms are, such as `ws://localhost:4711/sync`. */
  readonly syncUrl: string;
  readonly storage: BoardStorage;
  /** Ends it as a signal would, with its storage. */
  stop(): Promise<void>;
}

const IDENTITY = {
  instanceId: "testtest",
  sessionSecret: "a secret for tests, long enough to be one",
};

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** As `startServer`, for what has nothing to do with the disk: it starts ten times as fast. */
export const startServerInMemory = (
  options: Omit<TestServerOptions, "storage"> = {},
): Promise<TestServer> =>
  startServer({ ...options, storage: new MemoryBoardStorage(mergeUpdates) });

/** A server on a free port, in this process, with pages that only tell what they were asked. Stopped when the test has ended. */
export async function startServer(
  options: TestServerOptions = {},
): Promise<TestServer> {
  const storage =
    options.storage ?? (await openTestStorage(await temporaryFolder()));
  const config = {
    port: 0,
    host: "127.0.0.1",
    basePath: "",
    allowedOrigins: [],
    trustedProxies: 0,
    isBench: false,
    roomRate: 1_000_000,
    isDevelopment: false,
    ...options.config,
  };
  const server = createServer({
    config,
    identity: IDENTITY,
    storage,
    cutter: cutHere,
    openPages: async () => pagesThatTell,
    clock: options.clock ?? systemClock,
    log: SILENT,
  });
  await server.start();
  const stop = async () => {
    await server.stop();
    await storage.close();
  };
  onTestFinished(stop);
  const site = `127.0.0.1:${server.port}${config.basePath}`;
  return {
    server,
    url: `http://${site}`,
    syncUrl: `ws://${site}/sync`,
    storage,
    stop,
  };
}
