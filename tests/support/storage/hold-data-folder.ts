import { openSqliteStorage } from "@/server/storage/sqlite/open-sqlite-storage";

// Opens a data folder, says so, and keeps it until the process is killed. Arguments: data folder, URL of the worker.

const [dataDir = "", workerUrl = ""] = process.argv.slice(2);
await openSqliteStorage({ dataDir, workerUrl: new URL(workerUrl) });
console.log("open");
