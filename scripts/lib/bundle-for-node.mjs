import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** @type {Map<string, Promise<URL>>} */
const bundles = new Map();

/**
 * Makes one JavaScript file of a TypeScript entry, for a worker thread or a process of its own.
 *
 * @param {string} entry Path from the root of the repository, which must be the working folder.
 * @returns {Promise<URL>}
 */
export function bundleForNode(entry) {
  const known = bundles.get(entry);
  if (known) return known;
  const bundle = makeBundle(entry);
  bundles.set(entry, bundle);
  return bundle;
}

/**
 * @param {string} entry
 * @returns {Promise<URL>}
 */
async function makeBundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    // One Yjs for all: below bench/ there may be another, beside which it would not know its own documents.
    alias: { yjs: "yjs", "y-protocols": "y-protocols", lib0: "lib0" },
    // Pure packages may come in: loading Kysely's hundreds of files again in each worker would take most of the time.
    external: [
      "@playwright/test",
      "better-sqlite3",
      "esbuild",
      "next",
      "pino",
      "ws",
    ],
    // Read anew by each worker of each test: half the bytes are a fifth of the time that one takes to start.
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
  });
  const code = /** @type {{ contents: Uint8Array }[]} */ (outputFiles)[0]
    ?.contents;
  if (!code) throw new Error(`Nothing came of ${entry}.`);
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
