import { requireSupportedNode } from "./lib/node-version.mjs";
import { testMain } from "./lib/test-main.mjs";

requireSupportedNode();
await testMain(process.argv.slice(2));
