import { existsSync } from "node:fs";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

/** The pages beside ours. */
export type PeerName = "naive" | "excalidraw" | "tldraw";

interface PageSource {
  readonly entry: string;
  /** Folders that the page loads from at run time, and the names under which it finds them. */
  readonly assets: readonly { readonly from: string; readonly to: string }[];
}

const MODULES = "bench/node_modules";
const ASSETS_OF_TLDRAW = ["fonts", "icons", "translations", "embed-icons"];
const SOURCES: Readonly<Record<PeerName, PageSource>> = {
  naive: { entry: "naive.ts", assets: [] },
  excalidraw: {
    entry: "excalidraw.mjs",
    assets: [{ from: "@excalidraw/excalidraw/dist/prod/fonts", to: "fonts" }],
  },
  tldraw: {
    entry: "tldraw.mjs",
    assets: ASSETS_OF_TLDRAW.map((name) => ({
      from: `@tldraw/assets/${name}`,
      to: `assets/${name}`,
    })),
  },
};

const HTML = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Bench</title>
  <link rel="icon" href="data:," />
  <link rel="stylesheet" href="page.css" />
  <style>html, body, #root { margin: 0; height: 100%; overflow: hidden }</style>
  <div id="root"></div>
  <script src="page.js" type="module"></script>
</html>
`;

/** Whether the packages of a peer are installed. */
export function isInstalled(name: PeerName): boolean {
  const packages = {
    naive: "",
    excalidraw: "@excalidraw/excalidraw",
    tldraw: "tldraw",
  };
  return existsSync(
    path.join(packages[name] && MODULES, packages[name] || "."),
  );
}

/** Builds a peer's page, with all that it needs from anywhere. Resolves with its folder. */
export async function buildPage(name: PeerName): Promise<string> {
  const folder = path.resolve("node_modules/.cache/boardwalk/canvas", name);
  const { entry, assets } = SOURCES[name];
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [{ in: `bench/canvas/pages/${entry}`, out: "page" }],
    outdir: folder,
    bundle: true,
    // What a page loads late stays late.
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "chrome120",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    conditions: ["production"],
    loader: { ".woff2": "file" },
    logLevel: "error",
  });
  await writeFile(path.join(folder, "index.html"), HTML);
  if (!existsSync(path.join(folder, "page.css")))
    await writeFile(path.join(folder, "page.css"), "");
  for (const { from, to } of assets)
    await cp(path.join(MODULES, from), path.join(folder, to), {
      recursive: true,
    });
  return folder;
}
