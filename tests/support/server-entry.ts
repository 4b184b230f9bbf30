import { runServer } from "@/server/run-server";
import { openSqliteStorage } from "@/server/storage/sqlite/open-sqlite-storage";
import { pagesThatTell } from "./server-pages";

// The server as a process of its own, but without Next. Arguments: the URLs of the two workers, the storage's first.

process.on("message", () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});

const [storageUrl = "", cutter = ""] = process.argv.slice(2);
const workerUrl = new URL(storageUrl);
const cutterUrl = new URL(cutter);

await runServer({
  cutterUrl,
  openStorage: ({ dataDir }, events) =>
    openSqliteStorage({ dataDir, workerUrl, ...events }),
  openPages: async () => pagesThatTell,
});
