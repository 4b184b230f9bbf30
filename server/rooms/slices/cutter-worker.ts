import { parentPort } from "node:worker_threads";
import { assert } from "@/core/base/assert";
import { reportStart, serveCalls } from "../../workers/serve-calls";
import { cutterCalls } from "./cutter-calls";

// The entry of the worker that cuts updates.

assert(parentPort, "This file is the entry of a worker thread.");
serveCalls(parentPort, cutterCalls);
reportStart(parentPort);
