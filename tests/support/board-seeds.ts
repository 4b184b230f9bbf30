import { effort } from "./effort";

/** The seeds to try a property with. `SEED=17 npx vitest …` tries only that one again. */
export function boardSeeds(): readonly number[] {
  const only = process.env["SEED"];
  if (only !== undefined) return [Number(only)];
  return Array.from({ length: effort.seeds }, (_, i) => i + 1);
}
