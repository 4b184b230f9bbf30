import type { Random } from "@/core/base/random";

const FIRST_CEILING_MS = 500;
const LAST_CEILING_MS = 30_000;

/**
 * How long to wait before the next attempt, in milliseconds: anything up to a ceiling that doubles with each attempt ("full jitter"),
 * so that a class that lost its server does not come back in one wave.
 *
 * @param attempt 0 for the first attempt after a cut.
 */
export function backoffDelay(attempt: number, random: Random): number {
  const ceiling = Math.min(FIRST_CEILING_MS * 2 ** attempt, LAST_CEILING_MS);
  return Math.round(random.next() * ceiling);
}
