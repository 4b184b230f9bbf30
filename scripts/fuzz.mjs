import { ensureInstalled } from "./lib/install.mjs";
import { requireSupportedNode } from "./lib/node-version.mjs";

requireSupportedNode();
await ensureInstalled();
// Loaded late: it needs the packages.
const { runPackage } = await import("./lib/run.mjs");
// Read by tests/support/effort.ts: ten million frames and a million requests, for an hour or more. SEED=17 begins with that seed.
process.env["FUZZ"] = "1";
process.exitCode = await runPackage("vitest/vitest.mjs", [
  "run",
  "tests/integration/fuzz",
  "--project=integration",
  "--disableConsoleIntercept",
]);
