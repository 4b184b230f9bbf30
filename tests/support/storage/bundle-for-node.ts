import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const bundles = new Map<string, Promise<URL>>();

/**
 * Makes one JavaScript file of a TypeScript entry, for a worker thread or a process of its own.
 *
 * @param entry Path from the root of the repository, where the tests are started.
 */
export function bundleForNode(entry: string): Promise<URL> {
  let bundle = bundles.get(entry);
  if (!bundle) {
    bundle = makeBundle(entry);
    bundles.set(entry, bundle);
  }
  return bundle;
}

async function makeBundle(entry: string): Promise<URL> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    // All other packages come in: loading Kysely's hundreds of files again in each worker would take most of the time.
    external: ["better-sqlite3"],
    write: false,
  });
  const code = outputFiles[0]!.contents;
  // Below node_modules, where packages are found; named by its content, so that processes can share the folder.
  const folder = path.resolve("node_modules/.cache/boardwalk");
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  const file = path.join(folder, `${path.parse(entry).name}-${hash}.mjs`);
  const draft = `${file}.${process.pid}`;
  await mkdir(folder, { recursive: true });
  await writeFile(draft, code);
  await rename(draft, file);
  return pathToFileURL(file);
}
