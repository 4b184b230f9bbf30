import { readFileSync } from "node:fs";
import { workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { WorkerSetup } from "@/server/storage/sqlite/worker-messages";
import { faultFile, type Fault } from "./fault";

// Loaded before the storage's worker. Between the worker that writes and SQLite it puts a disk that fails as the fault file says.

interface Statement {
  readonly source: string;
  readonly database: Database.Database;
}
type Run = (this: Statement, ...parameters: unknown[]) => unknown;

const NO_LIMIT = 4_294_967_294;
const { role, dataDir } = workerData as WorkerSetup;

if (role === "writer") {
  const anyStatement = new Database(":memory:").prepare("select 1");
  const statements = Object.getPrototypeOf(anyStatement) as { run: Run };
  const run = statements.run;
  statements.run = function (...parameters) {
    const fault = currentFault();
    if (this.source.startsWith("BEGIN")) begin(this.database, fault);
    if (this.source === "COMMIT" && fault === "cannot sync")
      throw ioError("SQLITE_IOERR_FSYNC");
    const result = run.apply(this, parameters);
    if (/^insert/i.test(this.source) && fault === "half-way")
      throw ioError("SQLITE_IOERR_WRITE");
    if (this.source === "COMMIT" && fault === "kept, but told otherwise")
      throw ioError("SQLITE_IOERR");
    return result;
  };
}

function begin(database: Database.Database, fault: Fault | undefined): void {
  // A limit below the present size means the present size.
  database.pragma(`max_page_count = ${fault === "full" ? 1 : NO_LIMIT}`);
  database.pragma(`query_only = ${fault === "read-only" ? "ON" : "OFF"}`);
  while (currentFault() === "silent") sleep(10);
}

function currentFault(): Fault | undefined {
  try {
    return readFileSync(faultFile(dataDir), "utf8") as Fault;
  } catch {
    return undefined;
  }
}

function ioError(code: string): Error {
  return new Database.SqliteError("disk I/O error", code);
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
