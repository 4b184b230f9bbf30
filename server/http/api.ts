import { zValidator } from "@hono/zod-validator";
import { RequestError } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { HTTPException } from "hono/http-exception";
import * as z from "zod";
import type { Clock } from "@/core/base/clock";
import type { BoardId, UserId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { within } from "@/core/base/within";
import { cleanTitle } from "@/core/board/title";
import { makeRoomName } from "@/core/protocol/room-name";
import type { Outcome } from "../access/outcome";
import type { Visitor } from "../access/standing";
import type { DeviceLinks } from "../auth/device-links";
import { OPERATOR_HEADER } from "../auth/operator-token";
import type { OriginPolicy } from "../auth/origin-policy";
import type { SessionCookies } from "../auth/session-cookies";
import { addressKey } from "../limits/address-key";
import type { GuessQuota } from "../limits/guess-quota";
import type { RoomNameQuota } from "../limits/room-name-quota";
import type { Log } from "../log";
import { type AccessDirectory, createAccessRoutes } from "./access-routes";
import { type ApiEnvironment, fail, notSaved, signedOut } from "./api-errors";
import type { Tally } from "../metrics/tally";
import { type Approach, readApproach, reportApproach } from "./forwarded";
import { roomParam } from "./room-param";

const MAX_BODY_BYTES = 16 * 1024;
/** New names are tried until one is free; among millions the first nearly always is. */
const NAME_ATTEMPTS = 5;
/** Whoever changes something is told no later than this, in milliseconds, that it could not be stored yet. */
const STORE_TIMEOUT_MS = 5_000;

/** What the API asks of the rooms. */
export interface RoomDirectory extends AccessDirectory {
  exists(id: BoardId): Promise<boolean>;
  peopleIn(id: BoardId): number;
  rename(id: BoardId, title: string, visitor: Visitor): Promise<Outcome>;
  copy(
    id: BoardId,
    copy: {
      readonly id: BoardId;
      readonly title: string;
      readonly visitor: Visitor;
    },
  ): Promise<Outcome>;
}

export interface ApiOptions {
  readonly basePath: string;
  readonly rooms: RoomDirectory;
  readonly roomNames: RoomNameQuota;
  readonly origins: OriginPolicy;
  readonly cookies: SessionCookies;
  readonly devices: DeviceLinks;
  readonly guesses: GuessQuota;
  readonly trustedProxies: number;
  /** Whether a token proves that its sender is this server's operator. */
  readonly isOperator: (token: string | undefined) => boolean;
  /** Where others on the network reach us. */
  readonly lanOrigins: () => readonly string[];
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Log;
  readonly tally: Tally;
}

type ApiContext = Context<ApiEnvironment>;

const titleBody = z.object({
  title: z.string().transform((title, context) => {
    const cleaned = cleanTitle(title);
    if (cleaned) return cleaned;
    context.addIssue({ code: "custom", message: "not a title" });
    return z.NEVER;
  }),
});

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
  const visitor = (c: ApiContext, user: UserId): Visitor => ({
    user,
    address: addressKey(approachOf(c).address),
  });
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
    .get("/rooms/:room", roomParam, async (c) => {
      const { room } = c.req.valid("param");
      if (!roomNames.admits(approachOf(c).address, room))
        return fail(c, "TOO_MANY_ROOMS", "Too many rooms. Wait a minute.");
      const exists = await rooms.exists(room);
      return c.json({ room, exists, people: rooms.peopleIn(room) });
    })
    .patch("/rooms/:room", roomParam, title, async (c) => {
      const { room } = c.req.valid("param");
      const { title } = c.req.valid("json");
      const user = userOf(c);
      if (!user) return signedOut(c);
      // Nobody may try names, and write on what they find.
      if (!roomNames.admits(approachOf(c).address, room))
        return fail(c, "TOO_MANY_ROOMS", "Too many rooms. Wait a minute.");
      const outcome = await inTime(rooms.rename(room, title, visitor(c, user)));
      return outcome === "DONE" ? c.json({ room, title }) : refuse(c, outcome);
    })
    .post("/rooms/:room/copies", roomParam, title, async (c) => {
      const original = c.req.valid("param").room;
      const { title } = c.req.valid("json");
      const user = userOf(c);
      if (!user) return signedOut(c);
      const room = await freeName(rooms, random);
      if (!roomNames.admits(approachOf(c).address, room))
        return fail(c, "TOO_MANY_ROOMS", "Too many rooms. Wait a minute.");
      const copy = { id: room, title, visitor: visitor(c, user) };
      const outcome = await inTime(rooms.copy(original, copy));
      return outcome === "DONE"
        ? c.json({ room, title }, 201)
        : refuse(c, outcome);
    })
    .route("/", createAccessRoutes({ ...options, approachOf, userOf, inTime }))
    .get("/addresses", (c) => c.json({ lan: options.lanOrigins() }))
    .get("/operator/approach", (c) =>
      // To everybody else there is nothing there.
      options.isOperator(c.req.header(OPERATOR_HEADER))
        ? c.json(reportApproach(c.env.incoming, options.trustedProxies))
        : c.notFound(),
    )
    .notFound((c) => fail(c, "NOT_FOUND", "There is nothing here."))
    .onError((err, c) => {
      if (isTheirs(err, c))
        return fail(c, "BAD_REQUEST", "The request cannot be read.");
      log.error({ err }, "an API request failed");
      return fail(c, "SERVER_ERROR", "The server has made a mistake.");
    });
}

/** @param outcome Undefined when it was not done in time. */
function refuse(c: ApiContext, outcome: Exclude<Outcome, "DONE"> | undefined) {
  if (outcome === undefined) return notSaved(c);
  return outcome === "NO_ROOM"
    ? fail(c, "NO_ROOM", "Nobody has drawn on that board yet.")
    : fail(c, "FORBIDDEN", "The owner of that board does not let you do that.");
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
