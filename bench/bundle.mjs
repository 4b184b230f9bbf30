import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/**
 * Makes one JavaScript file of a TypeScript entry, which is removed again when the process ends.
 *
 * @param {string} entry Path from the root of the repository, which must be the working folder.
 * @returns {Promise<URL>}
 */
export async function bundle(entry) {
  // Below node_modules, where packages are found.
  const cache = path.resolve("node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(path.join(cache, "bench-"));
  process.once("exit", () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    entryPoints: [entry],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    sourcemap: "inline",
  });
  const { name } = path.parse(entry);
  return pathToFileURL(path.join(outdir, `${name}.mjs`));
}
