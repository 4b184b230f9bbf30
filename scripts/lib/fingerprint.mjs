import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { inRepository, root } from "./repository.mjs";

/**
 * A hash that changes whenever the content or the name of a file changes. Folders count with all that is in them;
 * what does not exist counts as nothing.
 *
 * @param {{ inputs: readonly string[], settings: readonly string[] }} sources Paths inside the repository, and
 *   whatever else the result depends on.
 */
export function fingerprint({ inputs, settings }) {
  const hash = createHash("sha256").update(JSON.stringify(settings));
  for (const file of inputs.flatMap((input) => filesIn(inRepository(input)))) {
    const content = readFileSync(file);
    // The length keeps a name and the content after it apart.
    hash.update(`\n${path.relative(root, file)} ${content.length}\n`);
    hash.update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} place
 * @returns {string[]} In an order that is the same on every machine.
 */
function filesIn(place) {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}
