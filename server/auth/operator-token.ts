import { createHmac, timingSafeEqual } from "node:crypto";

/** How far the clocks of the two sides may be apart, and how long somebody else could use a token, in milliseconds. */
const VALID_MS = 60_000;

/** The header that a token is sent in. */
export const OPERATOR_HEADER = "x-boardwalk-operator";

/** Proves to a server that whoever asks it knows its secret: an operator, who can read its data folder. */
export function makeOperatorToken(secret: string, now: number): string {
  return `${now}.${signature(secret, String(now))}`;
}

/** Whether a token was made with the same secret within the last minute. */
export function isOperatorToken(
  token: string | undefined,
  secret: string,
  now: number,
): boolean {
  const [at = "", given = ""] = (token ?? "").split(".");
  const expected = Buffer.from(signature(secret, at));
  const presented = Buffer.from(given);
  const isOurs =
    presented.length === expected.length &&
    timingSafeEqual(presented, expected);
  return isOurs && Math.abs(now - Number(at)) <= VALID_MS;
}

/** Of a text that no cookie's signature is made of, since the secret is the same. */
function signature(secret: string, at: string): string {
  return createHmac("sha256", secret)
    .update(`operator at ${at}`)
    .digest("base64url");
}
