import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "@/core/base/clock";
import { createServer } from "@/server/create-server";
import { WorkerCutter } from "@/server/rooms/slices/worker-cutter";
import { openSqliteStorage } from "@/server/storage/sqlite/open-sqlite-storage";
import { bundleForNode } from "../../scripts/lib/bundle-for-node.mjs";
import { BenchClient } from "./bench-client";

export interface BenchRoom {
  /** The server's. */
  readonly port: number;
  /** Somebody who comes into the room over a socket of their own. */
  join(): Promise<BenchClient>;
  close(): Promise<void>;
}

/** A real server on SQLite, in this process, and one room in it. */
export async function openBenchRoom(): Promise<BenchRoom> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-"));
  const workerUrl = await bundleForNode(
    "server/storage/sqlite/sqlite-worker.ts",
  );
  const storage = await openSqliteStorage({ dataDir, workerUrl });
  const log = () => {};
  const silent = { debug: log, info: log, warn: log, error: log };
  const cutter = new WorkerCutter({
    workerUrl: await bundleForNode("server/rooms/slices/cutter-worker.ts"),
    log: silent,
  });
  const server = createServer({
    config: {
      port: 0,
      host: "127.0.0.1",
      basePath: "",
      allowedOrigins: [],
      trustedProxies: 0,
      isBench: false,
      roomRate: 1_000_000,
      isDevelopment: false,
    },
    identity: { instanceId: "bench", sessionSecret: "not a secret" },
    storage,
    cutter,
    openPages: async () => ({
      handle: async (_, response) => void response.end(),
      upgrade: (_, socket) => socket.destroy(),
      close: async () => {},
    }),
    clock: systemClock,
    log: silent,
  });
  await server.start();
  return {
    port: server.port,
    join: () => BenchClient.join(`ws://127.0.0.1:${server.port}/sync/bench`),
    async close() {
      await server.stop();
      await cutter.close();
      await storage.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
