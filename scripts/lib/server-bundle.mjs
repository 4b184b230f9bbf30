import * as esbuild from "esbuild";
import { inRepository, root } from "./repository.mjs";

/** @import { BuildOptions } from "esbuild" */

/**
 * How the server becomes JavaScript: its own code in four files, the main program, the operator's command and the two workers; every
 * package stays outside and is loaded from node_modules.
 *
 * @param {string} outdir Inside the repository.
 * @returns {BuildOptions}
 */
export function serverBundle(outdir) {
  return {
    absWorkingDir: root,
    entryPoints: [
      "server/main.ts",
      "server/command-line.ts",
      "server/storage/sqlite/sqlite-worker.ts",
      "server/rooms/slices/cutter-worker.ts",
    ],
    outdir: inRepository(outdir),
    entryNames: "[name]",
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    sourcemap: true,
  };
}

/**
 * Bundles the server into dist/server. Errors are printed.
 *
 * @param {{ quiet: boolean }} options
 * @returns {Promise<boolean>} Whether it worked.
 */
export async function bundleServer({ quiet }) {
  try {
    await esbuild.build({
      ...serverBundle("dist/server"),
      logLevel: quiet ? "warning" : "info",
    });
    return true;
  } catch (error) {
    // A mistake in the code has been printed by esbuild; anything else has not.
    if (!(error instanceof Error && "errors" in error)) throw error;
    return false;
  }
}
