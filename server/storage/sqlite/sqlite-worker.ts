import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@/core/base/assert";
import { dataFiles } from "../data-folder";
import { BoardReader } from "./board-reader";
import { openBoardWriter } from "./open-board-writer";
import { openForReading } from "./open-database";
import { reportStart, serveCalls } from "../../workers/serve-calls";
import type { WorkerSetup } from "./worker-messages";

// The entry of both storage workers. One thread writes, since SQLite blocks while the disk syncs; another one reads
// and merges, since a big board takes a tenth of a second, in which no room's edits would be saved.

assert(parentPort, "This file is the entry of a worker thread.");
const port = parentPort;
const { role, dataDir } = workerData as WorkerSetup;

try {
  if (role === "writer") serveCalls(port, await openBoardWriter(dataDir));
  else serveCalls(port, openReader());
  reportStart(port);
} catch (error) {
  reportStart(port, error);
}

function openReader(): BoardReader {
  return new BoardReader(openForReading(dataFiles(dataDir).database));
}
