import { ensureInstalled } from "./install.mjs";

/**
 * Installs what the tests need, runs them and sets this process's exit code.
 *
 * @param {readonly string[]} names The steps to run; all of them when empty.
 */
export async function testMain(names) {
  await ensureInstalled();
  // Loaded late: they need the packages.
  const { steps } = await import("./test-steps.mjs");
  const { runSteps } = await import("./test-run.mjs");

  const known = steps.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new RangeError(
      `No such step: ${unknown.join(", ")}. There are: ${known.join(", ")}.`,
    );
  const chosen = steps.filter(
    ({ name }) => names.length === 0 || names.includes(name),
  );
  process.exitCode = (await runSteps(chosen)) ? 0 : 1;
}
