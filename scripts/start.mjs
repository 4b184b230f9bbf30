import { requireSupportedNode } from "./lib/node-version.mjs";
import { launch } from "./lib/launch.mjs";

requireSupportedNode();
await launch({ file: "main.js", parts: ["server", "pages"] });
