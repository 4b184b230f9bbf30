import type * as decoding from "lib0/decoding";
import * as z from "zod/mini";
import { CHAT_MODES, GIVEN_ROLES, LINK_ROLES } from "./access";
import { readJson } from "./control-codec";
import type { ClientControl } from "./control-message";
import {
  MAX_ATTACHED_SHAPES,
  MAX_ACCESS_MS,
  MAX_CHAT_LENGTH,
  MAX_CONTROL_BYTES,
  MAX_COORDINATE,
  MAX_MENTIONS,
  MAX_INVITE_USES,
  MAX_NAME_LENGTH,
  MAX_PASSWORD_LENGTH,
  MAX_QUERY_LENGTH,
  MAX_SAY_LENGTH,
  MAX_SHOWN_SELECTION,
  MAX_TOOL_LENGTH,
} from "./limits";
import { ProtocolError } from "./protocol-error";
import { REACTIONS } from "./reactions";

// Only the server reads these: a page that imported this file would load all of zod.

const count = z.number().check(z.int(), z.nonnegative());
const id = z.string().check(z.minLength(1), z.maxLength(64));
const coordinate = z
  .number()
  .check(z.gte(-MAX_COORDINATE), z.lte(MAX_COORDINATE));
const box = z
  .object({
    minX: coordinate,
    minY: coordinate,
    maxX: coordinate,
    maxY: coordinate,
  })
  .check(z.refine(({ minX, minY, maxX, maxY }) => minX < maxX && minY < maxY));

const chatText = z.string().check(z.minLength(1), z.maxLength(MAX_CHAT_LENGTH));

const duration = z.int().check(z.gte(1_000), z.lte(MAX_ACCESS_MS));

const accessAction = z.discriminatedUnion("do", [
  z.object({ do: z.literal("set-link"), role: z.enum(LINK_ROLES) }),
  z.object({ do: z.literal("set-chat"), mode: z.enum(CHAT_MODES) }),
  z.object({ do: z.literal("lock"), on: z.boolean() }),
  z.object({
    do: z.literal("set-password"),
    password: z.nullable(
      z.string().check(z.minLength(1), z.maxLength(MAX_PASSWORD_LENGTH)),
    ),
  }),
  z.object({
    do: z.literal("set-role"),
    user: id,
    role: z.nullable(z.enum(GIVEN_ROLES)),
  }),
  z.object({ do: z.literal("kick"), user: id }),
  z.object({ do: z.literal("ban"), user: id, withAddress: z.boolean() }),
  z.object({ do: z.literal("unban"), user: id }),
  z.object({
    do: z.literal("give-pen"),
    user: id,
    forMs: z.optional(duration),
  }),
  z.object({ do: z.literal("take-pen"), user: id }),
  z.object({
    do: z.literal("invite"),
    role: z.enum(GIVEN_ROLES),
    forMs: z.optional(duration),
    uses: z.optional(z.int().check(z.gte(1), z.lte(MAX_INVITE_USES))),
  }),
  z.object({ do: z.literal("revoke"), invite: id }),
  z.object({ do: z.literal("transfer"), user: id }),
]);

const clientControl = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("hello"),
    protocol: count,
    name: z.string().check(z.maxLength(MAX_NAME_LENGTH * 4)),
    colour: z.optional(z.string().check(z.regex(/^#[0-9a-f]{6}$/))),
    clientId: count,
  }),
  z.object({ kind: z.literal("barrier"), n: count }),
  z.object({
    kind: z.literal("chat"),
    nonce: id,
    text: chatText,
    replyTo: z.optional(count),
    mentions: z.optional(
      z
        .array(
          z.object({
            user: id,
            name: z
              .string()
              .check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH)),
          }),
        )
        .check(z.maxLength(MAX_MENTIONS)),
    ),
    shapes: z.optional(z.array(id).check(z.maxLength(MAX_ATTACHED_SHAPES))),
  }),
  z.object({ kind: z.literal("chat-edit"), seq: count, text: chatText }),
  z.object({ kind: z.literal("chat-delete"), seq: count }),
  z.object({ kind: z.literal("chat-typing") }),
  z.object({ kind: z.literal("chat-history"), before: z.optional(count) }),
  z.object({
    kind: z.literal("presence"),
    selection: z.array(id).check(z.maxLength(MAX_SHOWN_SELECTION)),
    tool: z.string().check(z.minLength(1), z.maxLength(MAX_TOOL_LENGTH)),
    hand: z.boolean(),
    idle: z.boolean(),
    following: z.optional(count),
  }),
  z.object({
    kind: z.literal("say"),
    text: z.string().check(z.maxLength(MAX_SAY_LENGTH)),
  }),
  z.object({
    kind: z.literal("reaction"),
    emoji: z.enum(REACTIONS),
    at: z.object({ x: coordinate, y: coordinate }),
  }),
  z.object({ kind: z.literal("summon"), box }),
  z.object({ kind: z.literal("manage"), n: count, action: accessAction }),
  z.object({
    kind: z.literal("chat-search"),
    n: count,
    query: z.string().check(z.minLength(1), z.maxLength(MAX_QUERY_LENGTH)),
    before: z.optional(count),
  }),
  z.object({ kind: z.literal("notification-seen"), room: id, seq: count }),
  z.object({
    kind: z.literal("look"),
    at: z.object({ x: coordinate, y: coordinate }),
  }),
]) satisfies z.ZodMiniType<ClientControl>;

/** Reads a member's control message after its type. Throws a ProtocolError on anything else. */
export function readClientControl(decoder: decoding.Decoder): ClientControl {
  if (decoder.arr.byteLength > MAX_CONTROL_BYTES)
    throw new ProtocolError("BAD_CONTROL", "too long");
  const { data } = clientControl.safeParse(readJson(decoder));
  if (!data) throw new ProtocolError("BAD_CONTROL");
  return data;
}
