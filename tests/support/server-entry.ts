import { runServer } from "@/server/run-server";
import { openSqliteStorage } from "@/server/storage/sqlite/open-sqlite-storage";
import { pagesThatTell } from "./server-pages";

// The server as a process of its own, but without Next. Argument: the URL of the storage's worker.

const workerUrl = new URL(process.argv[2] ?? "");

await runServer({
  openStorage: ({ dataDir }, events) =>
    openSqliteStorage({ dataDir, workerUrl, ...events }),
  openPages: async () => pagesThatTell,
});
