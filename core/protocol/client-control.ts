import type * as decoding from "lib0/decoding";
import * as z from "zod/mini";
import { readJson } from "./control-codec";
import type { ClientControl } from "./control-message";
import {
  MAX_ATTACHED_SHAPES,
  MAX_CHAT_LENGTH,
  MAX_CONTROL_BYTES,
  MAX_COORDINATE,
  MAX_MENTIONS,
  MAX_NAME_LENGTH,
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
