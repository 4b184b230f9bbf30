#!/usr/bin/env node
import { requireSupportedNode } from "./lib/node-version.mjs";
import { launch } from "./lib/launch.mjs";

requireSupportedNode();
// An operator's other commands need no pages, and are not to wait for them.
const isStart = process.argv[2] === "start";
const parts = isStart ? ["server", "pages"] : ["server"];
await launch({ file: "command-line.js", parts });
