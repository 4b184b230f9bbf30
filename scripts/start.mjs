import { requireSupportedNode } from "./lib/node-version.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { ensureBuilt } from "./lib/build.mjs";

requireSupportedNode();
process.env["NODE_ENV"] = "production";
process.env["NEXT_TELEMETRY_DISABLED"] = "1";

await ensureInstalled();
if (!(await ensureBuilt({ quiet: true }))) {
  console.error("Boardwalk could not be built, for the reason above.");
  process.exit(1);
}

// Into this very process, so that the signals meant for the server reach it.
process.setSourceMapsEnabled(true);
const server = new URL("../dist/server/main.js", import.meta.url);
await import(server.href);
