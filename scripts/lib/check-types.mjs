import { runPackage } from "./run.mjs";

/** Each with its own idea of what there is: no DOM and no Node in core, no DOM in server. */
const PROJECTS = ["core", "server", ".", "tests", "scripts"];

/**
 * Checks the types of every project, also after one has failed.
 *
 * @returns {Promise<boolean>} Whether all of them are right.
 */
export async function checkTypes() {
  // Next describes the routes and the files that a page may import; a fresh clone has no such description yet.
  const described = await runPackage("next/dist/bin/next", ["typegen"], {
    env: { NEXT_TELEMETRY_DISABLED: "1" },
    quiet: true,
  });
  let isRight = described === 0;
  for (const project of PROJECTS) {
    // A third of the time that the other takes, which stays for ESLint and Next.
    const code = await runPackage("typescript-native/bin/tsc", ["-p", project]);
    if (code !== 0) isRight = false;
  }
  return isRight;
}
