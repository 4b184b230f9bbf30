import { createHash } from "node:crypto";
import { randomId, type Random } from "@/core/base/random";

/** A secret for a link, which nobody can guess. */
export const makeToken = (random: Random): string =>
  randomId(random) + randomId(random);

/** What is kept of a token: it tells whether one is that token, and does not give it away. */
export const hashToken = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");
