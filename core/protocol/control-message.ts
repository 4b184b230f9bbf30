import * as z from "zod/mini";
import { CHAT_PAGE, MAX_CHAT_LENGTH, MAX_NAME_LENGTH } from "./limits";

// Compiling schemas with `new Function` would break the page's content security policy.
z.config({ jitless: true });

const count = z.number().check(z.int(), z.nonnegative());
const time = z.number().check(z.nonnegative());
const name = z.string().check(z.maxLength(MAX_NAME_LENGTH * 4));
const colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/));
const id = z.string().check(z.minLength(1), z.maxLength(64));

const role = z.enum(["owner", "editor", "commenter", "viewer"]);
export type Role = z.infer<typeof role>;

const member = z.object({
  /** Stands for this connection in live frames. */
  slot: count,
  user: id,
  name,
  colour,
  /** Milliseconds since 1970, by the server's clock. */
  joinedAt: time,
});
/** One connection of a person; two tabs of one browser are two members with the same user. */
export type Member = z.infer<typeof member>;

const chatMessage = z.object({
  seq: count,
  id,
  author: id,
  name,
  text: z.string().check(z.maxLength(MAX_CHAT_LENGTH)),
  at: time,
  nonce: id,
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** What a member may send. */
const clientControl = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("hello"),
    protocol: count,
    name,
    colour: z.optional(colour),
    clientId: count,
  }),
  z.object({ kind: z.literal("barrier"), n: count }),
  z.object({
    kind: z.literal("chat"),
    nonce: id,
    text: z.string().check(z.minLength(1), z.maxLength(MAX_CHAT_LENGTH)),
  }),
  z.object({ kind: z.literal("chat-history"), before: z.optional(count) }),
]);
export type ClientControl = z.infer<typeof clientControl>;

/** What the server sends. */
const serverControl = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("welcome"),
    user: id,
    role,
    slot: count,
    epoch: id,
    seq: count,
    time,
    limits: z.object({ chatLength: count, roomBytes: count }),
  }),
  z.object({
    kind: z.literal("roster"),
    /** Whether `joined` is everybody who is here, and not only what changed. */
    full: z.boolean(),
    /** New members, and members whose name or colour changed. */
    joined: z.array(member),
    /** Slots of members who left. */
    left: z.array(count),
  }),
  z.object({ kind: z.literal("count"), people: count, version: count }),
  z.object({ kind: z.literal("seq"), seq: count }),
  z.object({ kind: z.literal("saved"), n: count, seq: count }),
  z.object({
    kind: z.literal("unsaved"),
    n: count,
    code: z.enum(["PENDING", "STORAGE", "ROOM_TOO_LARGE"]),
  }),
  z.object({ kind: z.literal("chat"), message: chatMessage }),
  z.object({
    kind: z.literal("chat-history"),
    messages: z.array(chatMessage).check(z.maxLength(CHAT_PAGE)),
    hasMore: z.boolean(),
  }),
  z.object({
    kind: z.literal("notice"),
    code: z.enum(["NOT_SAVED", "SAVED_AGAIN", "ROOM_LARGE"]),
  }),
  z.object({
    kind: z.literal("error"),
    code: z.enum(["CHAT_TOO_FAST", "CHAT_NOT_STORED", "CHAT_NOT_LOADED"]),
    /** The nonce of the chat message that was refused. */
    nonce: z.optional(id),
  }),
]);
export type ServerControl = z.infer<typeof serverControl>;

/** The message in parsed JSON, or undefined when it is not one that a member may send. */
export const parseClientControl = (json: unknown): ClientControl | undefined =>
  clientControl.safeParse(json).data;

/** The message in parsed JSON, or undefined when it is not one that the server sends. */
export const parseServerControl = (json: unknown): ServerControl | undefined =>
  serverControl.safeParse(json).data;
