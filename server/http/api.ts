import { zValidator } from "@hono/zod-validator";
import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import type { BoardId } from "@/core/base/ids";
import type { Random } from "@/core/base/random";
import { makeRoomName, parseBoardId } from "@/core/protocol/room-name";
import type { OriginPolicy } from "../auth/origin-policy";
import type { RoomNameQuota } from "../limits/room-name-quota";
import type { Log } from "../log";
import { type Approach, readApproach } from "./forwarded";

const MAX_BODY_BYTES = 16 * 1024;
/** New names are tried until one is free; among millions the first nearly always is. */
const NAME_ATTEMPTS = 5;

/** What the API asks of the rooms. */
export interface RoomDirectory {
  exists(id: BoardId): Promise<boolean>;
  peopleIn(id: BoardId): number;
}

export interface ApiOptions {
  readonly basePath: string;
  readonly rooms: RoomDirectory;
  readonly roomNames: RoomNameQuota;
  readonly origins: OriginPolicy;
  readonly trustedProxies: number;
  /** Where others on the network reach us. */
  readonly lanOrigins: () => readonly string[];
  readonly random: Random;
  readonly log: Log;
}

/** Every error that the API answers with, and its status. */
const ERRORS = {
  BAD_ROOM_NAME: 400,
  FORBIDDEN_ORIGIN: 403,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  TOO_MANY_ROOMS: 429,
  SERVER_ERROR: 500,
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

/** The HTTP API below `{base}/api`. Errors are `{ error: { code, message } }`. */
export function createApi(options: ApiOptions) {
  const { basePath, rooms, roomNames, origins, lanOrigins, random, log } =
    options;
  const approachOf = ({ env }: ApiContext): Approach =>
    readApproach(env.incoming, options.trustedProxies);

  return new Hono<{ Bindings: HttpBindings }>()
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
    .get(
      "/rooms/:room",
      zValidator("param", roomParam, (result, c) =>
        result.success
          ? undefined
          : fail(
              c,
              "BAD_ROOM_NAME",
              "A room's name has 3 to 64 small letters, digits and dashes.",
            ),
      ),
      async (c) => {
        const { room } = c.req.valid("param");
        if (!roomNames.admits(approachOf(c).address, room))
          return fail(c, "TOO_MANY_ROOMS", "Too many rooms. Wait a minute.");
        const exists = await rooms.exists(room);
        return c.json({ room, exists, people: rooms.peopleIn(room) });
      },
    )
    .get("/addresses", (c) => c.json({ lan: lanOrigins() }))
    .notFound((c) => fail(c, "NOT_FOUND", "There is nothing here."))
    .onError((err, c) => {
      log.error({ err }, "an API request failed");
      return fail(c, "SERVER_ERROR", "The server has made a mistake.");
    });
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
