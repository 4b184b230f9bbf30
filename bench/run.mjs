import path from "node:path";
import { bundleForNode } from "../scripts/lib/bundle-for-node.mjs";

// Runs one benchmark: `node bench/run.mjs storage/commit` for bench/storage/commit.ts.

const [name] = process.argv.slice(2);
if (!name) {
  console.error("Say which benchmark: node bench/run.mjs storage/commit");
  process.exit(2);
}
process.chdir(path.resolve(import.meta.dirname, ".."));
const { href } = await bundleForNode(`bench/${name}.ts`);
await import(href);
