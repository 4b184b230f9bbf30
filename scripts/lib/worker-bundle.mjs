import { readdirSync, readFileSync } from "node:fs";
import * as esbuild from "esbuild";
import { pagesFolder } from "./pages-folder.mjs";
import { inRepository, root } from "./repository.mjs";

/**
 * Bundles the pages' service worker into their folder, beside the pages that have just been built: it carries their build's name, so that
 * browsers take the next build's for a new one. Errors are printed.
 *
 * @param {{ quiet: boolean }} options
 * @returns {Promise<boolean>} Whether it worked.
 */
export async function bundleWorker({ quiet }) {
  const build = readFileSync(inRepository(pagesFolder, "BUILD_ID"), "utf8");
  try {
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: ["client/worker/service-worker.ts"],
      outdir: inRepository(pagesFolder),
      bundle: true,
      platform: "browser",
      target: "es2022",
      format: "iife",
      minify: true,
      define: {
        BUILD: JSON.stringify(build),
        FILES: JSON.stringify(builtFiles()),
      },
      logLevel: quiet ? "warning" : "info",
    });
    return true;
  } catch (error) {
    // A mistake in the code has been printed by esbuild; anything else has not.
    if (!(error instanceof Error && "errors" in error)) throw error;
    return false;
  }
}

/** The scripts and styles of all pages, as paths below its folder `static`: some are loaded only when they are needed, and are needed offline too. */
function builtFiles() {
  return readdirSync(inRepository(pagesFolder, "static", "chunks"))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => `chunks/${name}`);
}
