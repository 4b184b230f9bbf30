import { requireSupportedNode } from "./lib/node-version.mjs";
import { ensureBuilt } from "./lib/build.mjs";

requireSupportedNode();
if (await ensureBuilt({ quiet: false })) console.log("Everything is built.");
else process.exitCode = 1;
