import { zValidator } from "@hono/zod-validator";
import { type HttpBindings, RequestError } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { HTTPException } from "hono/http-exception";
import * as z from "zod";
import type { Clock } from "@/core/base/clock";
import type { BoardId, UserId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { cleanTitle } from "@/core/board/title";
import { makeRoomName, parseBoardId } from "@/core/protocol/room-name";
import type { OriginPolicy } from "../auth/origin-policy";
import type { SessionCookies } from "../auth/session-cookies";
import type { RoomNameQuota } from "../limits/room-name-quota";
import type { Log } from "../log";
import type { Tally } from "../metrics/tally";
import { type Approach, readApproach } from "./forwarded";
import { within } from "./within";

const MAX_BODY_BYTES = 16 * 1024;
/** New names are tried until one is free; among millions the first nearly always is. */
const NAME_ATTEMPTS = 5;
/** Whoever changes something is told no later than this, in milliseconds, that it could not be stored yet. */
const STORE_TIMEOUT_MS = 5_000;

/** What the API asks of the rooms. */
export interface RoomDirectory {
  exists(id: BoardId): Promise<boolean>;
  peopleIn(id: BoardId): number;
  rename(id: BoardId, title: string, user: UserId): Promise<boolean>;
  copy(
    id: BoardId,
    copy: {
      readonly id: BoardId;
      readonly title: string;
      readonly user: UserId;
    },
  ): Promise<boolean>;
}

export interface ApiOptions {
  readonly basePath: string;
  readonly rooms: RoomDirectory;
  readonly roomNames: RoomNameQuota;
  readonly origins: OriginPolicy;
  readonly cookies: SessionCookies;
  readonly trustedProxies: number;
  /** Where others on the network reach us. */
  readonly lanOrigins: () => readonly string[];
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Log;
  readonly tally: Tally;
}

/** Every error that the API answers with, and its status. */
const ERRORS = {
  BAD_REQUEST: 400,
  BAD_ROOM_NAME: 400,
  BAD_TITLE: 400,
  SIGNED_OUT: 401,
  FORBIDDEN_ORIGIN: 403,
  NOT_FOUND: 404,
  NO_ROOM: 404,
  NO_LENGTH: 411,
  TOO_LARGE: 413,
  NOT_JSON: 415,
  TOO_MANY_ROOMS: 429,
  SERVER_ERROR: 500,
  NOT_SAVED: 503,
} as const;
type ErrorCode = keyof typeof ERRORS;

interface ApiEnvironment {
  Bindings: HttpBindings;
  /** What was wrong with the request, if something was. */
  Variables: { refusal?: ErrorCode };
}
type ApiContext = Context<ApiEnvironment>;

const roomParam = z.object({
  room: z.string().transform((name, context) => {
    const id = parseBoardId(name);
    if (id) return id;
    context.addIssue({ code: "custom", message: "not a room name" });
    return z.NEVER;
  }),
});

const titleBody = z.object({
  title: z.string().transform((title, context) => {
    const cleaned = cleanTitle(title);
    if (cleaned) return cleaned;
    context.addIssue({ code: "custom", message: "not a title" });
    return z.NEVER;
  }),
});

const NO_ROOM = "Nobody has drawn on that board yet.";
const NOT_SAVED = "The disk takes no changes at present: it is not stored yet.";

/** The HTTP API below `{base}/api`. Errors are `{ error: { code, message } }`. */
export function createApi(options: ApiOptions) {
  const { basePath, rooms, roomNames, origins, cookies, random } = options;
  const { log, tally } = options;
  /** Resolves with undefined when `work` is not done in time. It goes on. */
  const inTime = <Answer>(work: Promise<Answer>) =>
    within(options.clock, STORE_TIMEOUT_MS, work);
  const approachOf = ({ env }: ApiContext): Approach =>
    readApproach(env.incoming, options.trustedProxies);
  const callerOf = (c: ApiContext) =>
    origins.judge({
      origin: c.req.header("origin"),
      host: approachOf(c).host,
      site: c.req.header("sec-fetch-site"),
    });
  /** Whoever asks for a change is believed to be who the cookie names only where a browser vouches for the page. */
  const userOf = (c: ApiContext) =>
    isReading(c.req.method) || callerOf(c) === "page"
      ? cookies.read(c.req.header("cookie"))
      : undefined;
  const room = zValidator("param", roomParam, (result, c) =>
    result.success
      ? undefined
      : fail(
          c,
          "BAD_ROOM_NAME",
          "A room's name has 3 to 64 small letters, digits and dashes.",
        ),
  );
  const title = zValidator("json", titleBody, (result, c) =>
    result.success
      ? undefined
      : fail(c, "BAD_TITLE", "A title is a line of text that can be seen."),
  );

  return new Hono<ApiEnvironment>()
    .basePath(`${basePath}/api`)
    .use(async (c, next) => {
      await next();
      const refusal = c.get("refusal");
      if (refusal) tally.refused(refusal);
    })
    .use(async (c, next) => {
      c.header("Cache-Control", "no-store");
      if (!isReading(c.req.method) && callerOf(c) === "stranger")
        return fail(c, "FORBIDDEN_ORIGIN", "Not from this page.");
      return next();
    })
    .use(async (c, next) => {
      // What tells its length is never longer. Browsers always do.
      if (c.req.header("transfer-encoding") !== undefined)
        return fail(c, "NO_LENGTH", "The body must tell its length.");
      if (lengthOf(c) > MAX_BODY_BYTES)
        return fail(c, "TOO_LARGE", "The body is too large.");
      return next();
    })
    .use(async (c, next) => {
      // A page of somebody else could send any of the other types without being asked whether it may.
      if (
        lengthOf(c) > 0 &&
        !JSON_TYPE.test(c.req.header("content-type") ?? "")
      )
        return fail(c, "NOT_JSON", "The body must be application/json.");
      return next();
    })
    .post("/rooms", async (c) => {
      const room = await freeName(rooms, random);
      return c.json({ room }, 201);
    })
    .get("/rooms/:room", room, async (c) => {
      const { room } = c.req.valid("param");
      if (!roomNames.admits(approachOf(c).address, room))
        return fail(c, "TOO_MANY_ROOMS", "Too many rooms. Wait a minute.");
      const exists = await rooms.exists(room);
      return c.json({ room, exists, people: rooms.peopleIn(room) });
    })
    .patch("/rooms/:room", room, title, async (c) => {
      const { room } = c.req.valid("param");
      const { title } = c.req.valid("json");
      const user = userOf(c);
      if (!user) return fail(c, "SIGNED_OUT", "Load a page first.");
      const isDone = await inTime(rooms.rename(room, title, user));
      if (isDone === undefined) return fail(c, "NOT_SAVED", NOT_SAVED);
      return isDone ? c.json({ room, title }) : fail(c, "NO_ROOM", NO_ROOM);
    })
    .post("/rooms/:room/copies", room, title, async (c) => {
      const original = c.req.valid("param").room;
      const { title } = c.req.valid("json");
      const user = userOf(c);
      if (!user) return fail(c, "SIGNED_OUT", "Load a page first.");
      const room = await freeName(rooms, random);
      if (!roomNames.admits(approachOf(c).address, room))
        return fail(c, "TOO_MANY_ROOMS", "Too many rooms. Wait a minute.");
      const copy = { id: room, title, user };
      const isDone = await inTime(rooms.copy(original, copy));
      if (isDone === undefined) return fail(c, "NOT_SAVED", NOT_SAVED);
      return isDone
        ? c.json({ room, title }, 201)
        : fail(c, "NO_ROOM", NO_ROOM);
    })
    .get("/addresses", (c) => c.json({ lan: options.lanOrigins() }))
    .notFound((c) => fail(c, "NOT_FOUND", "There is nothing here."))
    .onError((err, c) => {
      if (isTheirs(err, c))
        return fail(c, "BAD_REQUEST", "The request cannot be read.");
      log.error({ err }, "an API request failed");
      return fail(c, "SERVER_ERROR", "The server has made a mistake.");
    });
}

function fail(c: Context, code: ErrorCode, message: string) {
  c.set("refusal", code);
  return c.json({ error: { code, message } }, ERRORS[code]);
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

const lengthOf = ({ req }: ApiContext): number =>
  Number(req.header("content-length") ?? 0);

/** Whether whoever sent the request is to blame: it is no JSON, has an address that is none, or breaks off. */
const isTheirs = (err: Error, { env }: ApiContext): boolean =>
  err instanceof HTTPException ||
  err instanceof RequestError ||
  env.incoming.destroyed;

const isReading = (method: string): boolean =>
  method === "GET" || method === "HEAD";

async function freeName(rooms: RoomDirectory, random: Random) {
  let name = makeRoomName(random);
  for (let i = 1; i < NAME_ATTEMPTS && (await rooms.exists(name)); i++)
    name = makeRoomName(random);
  return name;
}
