import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@/core/base/assert";
import { dataFiles } from "../data-folder";
import { BoardReader } from "./board-reader";
import { openBoardWriter } from "./open-board-writer";
import { openForReading } from "./open-database";
import { describeError, serveCalls } from "./serve-calls";
import type { WorkerAnswer, WorkerSetup } from "./worker-messages";

// The entry of both storage workers. One thread writes, since SQLite blocks while the disk syncs; another one reads
// and merges, since a big board takes a tenth of a second, in which no room's edits would be saved.

assert(parentPort, "This file is the entry of a worker thread.");
const port = parentPort;
const { role, dataDir } = workerData as WorkerSetup;

try {
  if (role === "writer") serveCalls(port, await openBoardWriter(dataDir));
  else serveCalls(port, openReader());
  reportStart({ number: 0, value: undefined });
} catch (error) {
  reportStart({ number: 0, error: describeError(error) });
}

function openReader(): BoardReader {
  return new BoardReader(openForReading(dataFiles(dataDir).database));
}

function reportStart(answer: WorkerAnswer): void {
  port.postMessage(answer);
}
