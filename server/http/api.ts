import { zValidator } from "@hono/zod-validator";
import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import type { Clock } from "@/core/base/clock";
import type { BoardId, UserId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { cleanTitle } from "@/core/board/title";
import { makeRoomName, parseBoardId } from "@/core/protocol/room-name";
import { OPERATOR_HEADER } from "../auth/operator-token";
import type { OriginPolicy } from "../auth/origin-policy";
import type { SessionCookies } from "../auth/session-cookies";
import type { RoomNameQuota } from "../limits/room-name-quota";
import type { Log } from "../log";
import { type Approach, readApproach, reportApproach } from "./forwarded";
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
  /** Whether a token proves that its sender is this server's operator. */
  readonly isOperator: (token: string | undefined) => boolean;
  /** Where others on the network reach us. */
  readonly lanOrigins: () => readonly string[];
  readonly random: Random;
  readonly clock: Clock;
  readonly log: Log;
}

/** Every error that the API answers with, and its status. */
const ERRORS = {
  BAD_ROOM_NAME: 400,
  BAD_TITLE: 400,
  SIGNED_OUT: 401,
  FORBIDDEN_ORIGIN: 403,
  NOT_FOUND: 404,
  NO_ROOM: 404,
  TOO_LARGE: 413,
  TOO_MANY_ROOMS: 429,
  SERVER_ERROR: 500,
  NOT_SAVED: 503,
} as const;
type ErrorCode = keyof typeof ERRORS;

type ApiContext = Context<{ Bindings: HttpBindings }>;

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
  const { basePath, rooms, roomNames, origins, cookies, random, log } = options;
  /** Resolves with undefined when `work` is not done in time. It goes on. */
  const inTime = <Answer>(work: Promise<Answer>) =>
    within(options.clock, STORE_TIMEOUT_MS, work);
  const approachOf = ({ env }: ApiContext): Approach =>
    readApproach(env.incoming, options.trustedProxies);
  const userOf = (c: ApiContext) => cookies.read(c.req.header("cookie"));
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

  return (
    new Hono<{ Bindings: HttpBindings }>()
      .basePath(`${basePath}/api`)
      .use(async (c, next) => {
        c.header("Cache-Control", "no-store");
        const { host } = approachOf(c);
        const caller = origins.judge({ origin: c.req.header("origin"), host });
        if (!isReading(c.req.method) && caller === "stranger")
          return fail(c, "FORBIDDEN_ORIGIN", "Not from this page.");
        return next();
      })
      .use(
        bodyLimit({
          maxSize: MAX_BODY_BYTES,
          onError: (c) => fail(c, "TOO_LARGE", "The body is too large."),
        }),
      )
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
      // To everybody else there is nothing there.
      .get("/operator/approach", (c) =>
        options.isOperator(c.req.header(OPERATOR_HEADER))
          ? c.json(reportApproach(c.env.incoming, options.trustedProxies))
          : c.notFound(),
      )
      .notFound((c) => fail(c, "NOT_FOUND", "There is nothing here."))
      .onError((err, c) => {
        log.error({ err }, "an API request failed");
        return fail(c, "SERVER_ERROR", "The server has made a mistake.");
      })
  );
}

function fail(c: Context, code: ErrorCode, message: string) {
  return c.json({ error: { code, message } }, ERRORS[code]);
}

const isReading = (method: string): boolean =>
  method === "GET" || method === "HEAD";

async function freeName(rooms: RoomDirectory, random: Random) {
  let name = makeRoomName(random);
  for (let i = 1; i < NAME_ATTEMPTS && (await rooms.exists(name)); i++)
    name = makeRoomName(random);
  return name;
}
