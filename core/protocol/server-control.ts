import {
  isAmount,
  isArrayOf,
  isBoolean,
  isCount,
  isMatch,
  isObject,
  isOneOf,
  isOptional,
  isText,
  type Guard,
} from "../base/guards";
import type { ChatMessage, Member, ServerControl } from "./control-message";
import { CHAT_PAGE, MAX_CHAT_LENGTH, MAX_NAME_LENGTH } from "./limits";

type Kind = ServerControl["kind"];
type OfKind<K extends Kind> = Extract<ServerControl, { kind: K }>;

const isId = isText(1, 64);
const isName = isText(0, MAX_NAME_LENGTH * 4);

const isMember = isObject<Member>({
  slot: isCount,
  user: isId,
  name: isName,
  colour: isMatch(/^#[0-9a-f]{6}$/),
  joinedAt: isAmount,
});

const isChatMessage = isObject<ChatMessage>({
  seq: isCount,
  id: isId,
  author: isId,
  name: isName,
  text: isText(0, MAX_CHAT_LENGTH),
  at: isAmount,
  nonce: isId,
});

const BY_KIND: { readonly [K in Kind]: Guard<Omit<OfKind<K>, "kind">> } = {
  welcome: isObject({
    user: isId,
    role: isOneOf("owner", "editor", "commenter", "viewer"),
    slot: isCount,
    epoch: isId,
    seq: isCount,
    time: isAmount,
    limits: isObject({ chatLength: isCount, roomBytes: isCount }),
  }),
  roster: isObject({
    full: isBoolean,
    joined: isArrayOf(isMember),
    left: isArrayOf(isCount),
  }),
  count: isObject({ people: isCount, version: isCount }),
  seq: isObject({ seq: isCount }),
  saved: isObject({ n: isCount, seq: isCount }),
  unsaved: isObject({
    n: isCount,
    code: isOneOf("PENDING", "STORAGE", "ROOM_TOO_LARGE"),
  }),
  chat: isObject({ message: isChatMessage }),
  "chat-history": isObject({
    messages: isArrayOf(isChatMessage, CHAT_PAGE),
    hasMore: isBoolean,
  }),
  notice: isObject({ code: isOneOf("NOT_SAVED", "SAVED_AGAIN", "ROOM_LARGE") }),
  error: isObject({
    code: isOneOf("CHAT_TOO_FAST", "CHAT_NOT_STORED", "CHAT_NOT_LOADED"),
    nonce: isOptional(isId),
  }),
};

const hasKind = isObject<{ kind: Kind }>({
  kind: (value): value is Kind =>
    typeof value === "string" && Object.hasOwn(BY_KIND, value),
});

/** Whether parsed JSON is a message that the server sends. */
export const isServerControl: Guard<ServerControl> = (
  value,
): value is ServerControl => hasKind(value) && BY_KIND[value.kind](value);
