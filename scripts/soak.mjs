import { requireSupportedNode } from "./lib/node-version.mjs";
import { testMain } from "./lib/test-main.mjs";

requireSupportedNode();
// Read by tests/support/effort.ts: more seeds and more kills, for an hour or so.
process.env["SOAK"] = "1";
await testMain(["unit", "contracts", "integration", "e2e"]);
