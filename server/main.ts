import { fileURLToPath } from "node:url";
import { openNextPages } from "./http/next-pages";
import { runServer } from "./run-server";
import { openSqliteStorage } from "./storage/sqlite/open-sqlite-storage";

// This file and the workers are bundled side by side, into a folder two below the repository's.
const cutterUrl = new URL("./cutter-worker.js", import.meta.url);
const workerUrl = new URL("./sqlite-worker.js", import.meta.url);
const projectDir = fileURLToPath(new URL("../..", import.meta.url));

await runServer({
  cutterUrl,
  openStorage: ({ dataDir }, events) =>
    openSqliteStorage({ dataDir, workerUrl, ...events }),
  openPages: ({ basePath, isDevelopment }, port) =>
    openNextPages({ dir: projectDir, port, basePath, isDevelopment }),
});
