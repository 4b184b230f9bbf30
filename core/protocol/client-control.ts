import type * as decoding from "lib0/decoding";
import * as z from "zod/mini";
import { readJson } from "./control-codec";
import type { ClientControl } from "./control-message";
import { MAX_CHAT_LENGTH, MAX_CONTROL_BYTES, MAX_NAME_LENGTH } from "./limits";
import { ProtocolError } from "./protocol-error";

// Only the server reads these: a page that imported this file would load all of zod.

const count = z.number().check(z.int(), z.nonnegative());
const id = z.string().check(z.minLength(1), z.maxLength(64));

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
    text: z.string().check(z.minLength(1), z.maxLength(MAX_CHAT_LENGTH)),
  }),
  z.object({ kind: z.literal("chat-history"), before: z.optional(count) }),
]) satisfies z.ZodMiniType<ClientControl>;

/** Reads a member's control message after its type. Throws a ProtocolError on anything else. */
export function readClientControl(decoder: decoding.Decoder): ClientControl {
  if (decoder.arr.byteLength > MAX_CONTROL_BYTES)
    throw new ProtocolError("BAD_CONTROL", "too long");
  const { data } = clientControl.safeParse(readJson(decoder));
  if (!data) throw new ProtocolError("BAD_CONTROL");
  return data;
}
