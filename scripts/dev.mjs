import { requireSupportedNode } from "./lib/node-version.mjs";
import { ensureInstalled } from "./lib/install.mjs";

requireSupportedNode();
process.env["NODE_ENV"] = "development";
process.env["NEXT_TELEMETRY_DISABLED"] = "1";

await ensureInstalled();
// Loaded late: it needs the packages.
const { developServer } = await import("./lib/develop-server.mjs");
await developServer();
