import { effort } from "./effort";

/**
 * The seeds to try a property with. `SEED=17 npx vitest …` tries only that one again.
 *
 * @param count Default: as many as a property of the board alone is tried with.
 */
export function boardSeeds(count = effort.seeds): readonly number[] {
  const only = process.env["SEED"];
  if (only !== undefined) return [Number(only)];
  return Array.from({ length: count }, (_, i) => i + 1);
}
