import { randomBytes } from "node:crypto";
import type { Random } from "@/core/base/random";

/** Randomness that nobody can foresee, for ids that let somebody in. */
export const secureRandom: Random = {
  next: () => randomBytes(4).readUInt32BE() / 2 ** 32,
};
