import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

/**
 * Installs and builds what is missing, then runs one of the server's programs in this very process, so that the signals meant for it
 * reach it. Ends the process when the program cannot be built.
 *
 * @param {object} program
 * @param {string} program.file In dist/server.
 * @param {readonly string[]} program.parts What must be built for it.
 */
export async function launch({ file, parts }) {
  process.env["NODE_ENV"] = "production";
  process.env["NEXT_TELEMETRY_DISABLED"] = "1";

  await ensureInstalled();
  if (!(await ensureBuilt({ quiet: true, parts }))) {
    console.error("Boardwalk could not be built, for the reason above.");
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  await import(new URL(`../../dist/server/${file}`, import.meta.url).href);
}
