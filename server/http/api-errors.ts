import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Every error that the API answers with, and its status. */
const ERRORS = {
  BAD_REQUEST: 400,
  BAD_ROOM_NAME: 400,
  BAD_TITLE: 400,
  BAD_BODY: 400,
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  FORBIDDEN_ORIGIN: 403,
  WRONG_PASSWORD: 403,
  NOT_FOUND: 404,
  NO_ROOM: 404,
  NO_LINK: 404,
  NO_LENGTH: 411,
  TOO_LARGE: 413,
  NOT_JSON: 415,
  TOO_MANY_GUESSES: 429,
  TOO_MANY_ROOMS: 429,
  SERVER_ERROR: 500,
  NOT_SAVED: 503,
} as const;
export type ErrorCode = keyof typeof ERRORS;

export interface ApiEnvironment {
  Bindings: HttpBindings;
  /** What was wrong with the request, if something was. */
  Variables: { refusal?: ErrorCode };
}

/** Answers `{ error: { code, message } }`, with the status that belongs to the code. */
export function fail(c: Context, code: ErrorCode, message: string) {
  c.set("refusal", code);
  return c.json({ error: { code, message } }, ERRORS[code]);
}

/** For whoever has no cookie of ours. */
export const signedOut = (c: Context) =>
  fail(c, "SIGNED_OUT", "Load a page first.");

/** For what is not on the disk in time, though it may be later. */
export const notSaved = (c: Context) =>
  fail(
    c,
    "NOT_SAVED",
    "The disk takes no changes at present: it is not stored yet.",
  );
