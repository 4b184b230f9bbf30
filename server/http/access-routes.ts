import { zValidator } from "@hono/zod-validator";
import { Hono, type Context } from "hono";
import * as z from "zod";
import type { BoardId, UserId } from "@/core/base/ids";
import type { Role } from "@/core/protocol/control-message";
import { MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH } from "@/core/protocol/limits";
import { cleanName } from "@/core/protocol/person";
import type { Applicant } from "../access/room-access";
import type { DeviceLinks } from "../auth/device-links";
import type { SessionCookies } from "../auth/session-cookies";
import { addressKey } from "../limits/address-key";
import type { GuessQuota } from "../limits/guess-quota";
import {
  type ApiEnvironment,
  type ErrorCode,
  fail,
  notSaved,
  signedOut,
} from "./api-errors";
import type { Approach } from "./forwarded";
import { roomParam } from "./room-param";

/** What these routes ask of the rooms. */
export interface AccessDirectory {
  /** Null when there is no such invite for them. */
  redeem(
    id: BoardId,
    applicant: Applicant,
    token: string,
  ): Promise<Role | null>;
  /** Null when that is not the password. */
  admit(
    id: BoardId,
    applicant: Applicant,
    password: string,
  ): Promise<true | null>;
}

export interface AccessRoutesOptions {
  readonly rooms: AccessDirectory;
  readonly devices: DeviceLinks;
  readonly guesses: GuessQuota;
  readonly cookies: SessionCookies;
  readonly approachOf: (c: Context<ApiEnvironment>) => Approach;
  readonly userOf: (c: Context<ApiEnvironment>) => UserId | undefined;
  /** Resolves with undefined when something is not done in time. It goes on. */
  readonly inTime: <Answer>(
    work: Promise<Answer>,
  ) => Promise<Answer | undefined>;
}

const name = z
  .string()
  .max(MAX_NAME_LENGTH * 4)
  .transform((text) => cleanName(text) ?? "")
  .default("");
const token = z.string().min(16).max(64);
const password = z.string().min(1).max(MAX_PASSWORD_LENGTH);

const body = <Body extends z.ZodType>(schema: Body) =>
  zValidator("json", schema, (result, c) =>
    result.success
      ? undefined
      : fail(c, "BAD_BODY", "That is no such request."),
  );

const NO_LINK = [
  "NO_LINK",
  "This link has been used up, has expired or was taken back. Ask for another one.",
] as const;
const WRONG_PASSWORD = ["WRONG_PASSWORD", "That is not the password."] as const;
const TOO_MANY = [
  "TOO_MANY_GUESSES",
  "That was tried too often. Wait a minute.",
] as const;

/** Stands for what is not stored in time. */
const LATE = Symbol("late");

/** How people come to rights: invites, a room's password, and being the same person on another device. */
export function createAccessRoutes(options: AccessRoutesOptions) {
  const { rooms, devices, guesses, cookies } = options;
  const { approachOf, userOf } = options;
  const inTime = async <Found>(work: Promise<Found>) => {
    const found = await options.inTime(work);
    return found === undefined ? LATE : found;
  };
  const judged = <Found>(
    c: Context<ApiEnvironment>,
    judge: () => Promise<Found | null>,
  ) => guesses.judge(approachOf(c).address, judge);
  const applicant = (
    c: Context<ApiEnvironment>,
    user: UserId,
    name: string,
  ) => ({
    user,
    name,
    address: addressKey(approachOf(c).address),
  });

  return new Hono<ApiEnvironment>()
    .post(
      "/rooms/:room/invites/redemptions",
      roomParam,
      body(z.object({ token, name })),
      async (c) => {
        const user = userOf(c);
        if (!user) return signedOut(c);
        const { room } = c.req.valid("param");
        const { token, name } = c.req.valid("json");
        const role = await judged(c, () =>
          inTime(rooms.redeem(room, applicant(c, user, name), token)),
        );
        if (!role) return refuse(c, role, NO_LINK);
        return role === LATE ? notSaved(c) : c.json({ room, role });
      },
    )
    .post(
      "/rooms/:room/admissions",
      roomParam,
      body(z.object({ password, name })),
      async (c) => {
        const user = userOf(c);
        if (!user) return signedOut(c);
        const { room } = c.req.valid("param");
        const { password, name } = c.req.valid("json");
        const isRight = await judged(c, () =>
          inTime(rooms.admit(room, applicant(c, user, name), password)),
        );
        if (!isRight) return refuse(c, isRight, WRONG_PASSWORD);
        return isRight === LATE ? notSaved(c) : c.json({ room });
      },
    )
    .post("/me/devices", (c) => {
      const user = userOf(c);
      return user ? c.json(devices.make(user), 201) : signedOut(c);
    })
    .post("/me/devices/redemptions", body(z.object({ token })), async (c) => {
      const { token } = c.req.valid("json");
      const user = await judged(c, async () => devices.use(token) ?? null);
      if (user === null || user === undefined) return refuse(c, user, NO_LINK);
      const { isSecure } = approachOf(c);
      c.header("Set-Cookie", cookies.issue(user, { isSecure }));
      return c.json({ user });
    });
}

/** @param found Null for a wrong guess, undefined when there were too many. */
const refuse = (
  c: Context,
  found: null | undefined,
  [code, message]: readonly [ErrorCode, string],
) => (found === null ? fail(c, code, message) : fail(c, ...TOO_MANY));
