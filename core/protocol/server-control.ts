import {
  isAmount,
  isArrayOf,
  isBoolean,
  isCount,
  isMatch,
  isNumberWithin,
  isObject,
  isOneOf,
  isOptional,
  isText,
  type Guard,
} from "../base/guards";
import {
  CHAT_MODES,
  GIVEN_ROLES,
  LINK_ROLES,
  type AccessBan,
  type AccessInvite,
  type AccessMember,
  type AccessPen,
} from "./access";
import type {
  ChatMessage,
  Member,
  Mention,
  Notification,
  ServerControl,
} from "./control-message";
import {
  CHAT_PAGE,
  MAX_ATTACHED_SHAPES,
  MAX_BANS,
  MAX_CHAT_LENGTH,
  MAX_COORDINATE,
  MAX_EXCERPT_LENGTH,
  MAX_MEMBERSHIPS,
  MAX_INVITES,
  MAX_MENTIONS,
  MAX_NAME_LENGTH,
  MAX_NOTIFICATIONS,
  MAX_PENS,
  MAX_SAY_LENGTH,
  MAX_SHOWN_SELECTION,
  MAX_TOOL_LENGTH,
  SEARCH_PAGE,
} from "./limits";
import { REACTIONS } from "./reactions";

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
  isOwner: isOptional(isBoolean),
});

const isCoordinate = isNumberWithin(MAX_COORDINATE);

const isChatMessage = isObject<ChatMessage>({
  seq: isCount,
  id: isId,
  author: isId,
  name: isName,
  text: isText(0, MAX_CHAT_LENGTH),
  at: isAmount,
  nonce: isId,
  replyTo: isOptional(isCount),
  mentions: isOptional(
    isArrayOf(isObject<Mention>({ user: isId, name: isName }), MAX_MENTIONS),
  ),
  shapes: isOptional(isArrayOf(isId, MAX_ATTACHED_SHAPES)),
  editedAt: isOptional(isAmount),
  deletedAt: isOptional(isAmount),
});

/** Whether parsed JSON is the list of messages that wait for a person. */
export const areNotifications: Guard<Notification[]> = isArrayOf(
  isObject<Notification>({
    room: isId,
    seq: isCount,
    name: isName,
    text: isText(0, MAX_EXCERPT_LENGTH),
    at: isAmount,
    reason: isOneOf("mention", "reply"),
  }),
  MAX_NOTIFICATIONS,
);

const isRole = isOneOf("owner", "editor", "commenter", "viewer");

const BY_KIND: { readonly [K in Kind]: Guard<Omit<OfKind<K>, "kind">> } = {
  welcome: isObject({
    user: isId,
    role: isRole,
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
  role: isObject({
    role: isRole,
    mayDraw: isBoolean,
    mayChat: isBoolean,
    isLocked: isBoolean,
    chat: isOneOf(...CHAT_MODES),
    hasPen: isBoolean,
    penUntil: isOptional(isAmount),
  }),
  access: isObject({
    link: isOneOf(...LINK_ROLES),
    chat: isOneOf(...CHAT_MODES),
    isLocked: isBoolean,
    hasPassword: isBoolean,
    members: isArrayOf(
      isObject<AccessMember>({
        user: isId,
        name: isName,
        role: isOneOf(...GIVEN_ROLES),
      }),
      MAX_MEMBERSHIPS,
    ),
    bans: isArrayOf(
      isObject<AccessBan>({
        user: isId,
        name: isName,
        at: isAmount,
        withAddress: isBoolean,
      }),
      MAX_BANS,
    ),
    invites: isArrayOf(
      isObject<AccessInvite>({
        id: isId,
        role: isOneOf(...GIVEN_ROLES),
        createdAt: isAmount,
        expiresAt: isOptional(isAmount),
        usesLeft: isOptional(isCount),
      }),
      MAX_INVITES,
    ),
    pens: isArrayOf(
      isObject<AccessPen>({ user: isId, until: isOptional(isAmount) }),
      MAX_PENS,
    ),
  }),
  managed: isObject({ n: isCount, token: isOptional(isId) }),
  count: isObject({ people: isCount, version: isCount }),
  seq: isObject({ seq: isCount }),
  saved: isObject({ n: isCount, seq: isCount }),
  unsaved: isObject({
    n: isCount,
    code: isOneOf("PENDING", "STORAGE", "ROOM_TOO_LARGE", "MAY_NOT_DRAW"),
  }),
  chat: isObject({ message: isChatMessage }),
  "chat-history": isObject({
    messages: isArrayOf(isChatMessage, CHAT_PAGE),
    hasMore: isBoolean,
  }),
  presence: isObject({
    slot: isCount,
    selection: isArrayOf(isId, MAX_SHOWN_SELECTION),
    tool: isText(1, MAX_TOOL_LENGTH),
    handRaisedAt: isOptional(isAmount),
    idle: isBoolean,
    following: isOptional(isCount),
  }),
  say: isObject({ slot: isCount, text: isText(0, MAX_SAY_LENGTH) }),
  reaction: isObject({
    slot: isCount,
    emoji: isOneOf(...REACTIONS),
    at: isObject({ x: isCoordinate, y: isCoordinate }),
  }),
  summon: isObject({
    slot: isCount,
    box: isObject({
      minX: isCoordinate,
      minY: isCoordinate,
      maxX: isCoordinate,
      maxY: isCoordinate,
    }),
  }),
  digest: isObject({ digest: isText(1, 64) }),
  "chat-found": isObject({
    n: isCount,
    messages: isArrayOf(isChatMessage, SEARCH_PAGE),
    hasMore: isBoolean,
  }),
  typing: isObject({ user: isId }),
  visit: isObject({
    event: isOneOf("joined", "left"),
    user: isId,
    name: isName,
    at: isAmount,
  }),
  notifications: isObject({ items: areNotifications }),
  look: isObject({
    slot: isCount,
    at: isObject({ x: isCoordinate, y: isCoordinate }),
  }),
  notice: isObject({ code: isOneOf("NOT_SAVED", "SAVED_AGAIN", "ROOM_LARGE") }),
  error: isObject({
    code: isOneOf(
      "CHAT_TOO_FAST",
      "CHAT_NOT_STORED",
      "CHAT_NOT_LOADED",
      "SAY_TOO_FAST",
      "REACTION_TOO_FAST",
      "SUMMON_TOO_SOON",
      "CHAT_NOT_YOURS",
      "CHAT_NO_SUCH_MESSAGE",
      "SEARCH_TOO_FAST",
      "SEARCH_FAILED",
      "LOOK_TOO_FAST",
      "MAY_NOT_DRAW",
      "MAY_NOT_CHAT",
      "CHAT_SLOW",
      "MAY_NOT_MANAGE",
      "CANNOT_MANAGE",
      "ACCESS_NOT_STORED",
    ),
    nonce: isOptional(isId),
    seq: isOptional(isCount),
    n: isOptional(isCount),
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
