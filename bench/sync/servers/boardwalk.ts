import { systemClock } from "@/core/base/clock";
import { readConfig } from "@/server/config";
import { createServer } from "@/server/create-server";
import { WorkerCutter } from "@/server/rooms/slices/worker-cutter";
import { openSqliteStorage } from "@/server/storage/sqlite/open-sqlite-storage";

// Our server as server/main.ts puts it together, on SQLite as it is delivered, but without Next's pages. Its settings are environment
// variables as ever; WORKER_URL names the storage's worker, CUTTER_URL the one that cuts updates.

const config = readConfig();
const storage = await openSqliteStorage({
  dataDir: config.dataDir,
  workerUrl: new URL(process.env["WORKER_URL"]!),
});
const ignore = () => {};
const log = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: console.error,
};
const cutter = new WorkerCutter({
  workerUrl: new URL(process.env["CUTTER_URL"]!),
  log,
});
const server = createServer({
  config,
  identity: { instanceId: "bench", sessionSecret: "not a secret" },
  storage,
  cutter,
  openPages: async () => ({
    handle: async (_, response) => void response.end(),
    upgrade: (_, socket) => socket.destroy(),
    close: async () => {},
  }),
  clock: systemClock,
  log,
});
await server.start();
process.send?.({ port: server.port });
process.once("SIGTERM", () => {
  void server.stop().then(async () => {
    await cutter.close();
    await storage.close();
    process.exit(0);
  });
});
