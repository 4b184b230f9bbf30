import * as z from "zod";
import { asUserId, type UserId } from "@/core/base/ids";
import { CHAT_MODES, GIVEN_ROLES, LINK_ROLES } from "@/core/protocol/access";
import type { AccessEntry } from "../storage/board-storage";
import {
  type AccessState,
  type Ban,
  type Invite,
  type Membership,
  OPEN_RULES,
  type Pen,
  type Rules,
} from "./access-state";

/** One change of an `AccessState`: what takes the place of one of its parts. Undefined takes the part away. */
export type AccessEdit =
  | { readonly part: "rules"; readonly value: Rules }
  | {
      readonly part: "member";
      readonly user: UserId;
      readonly value: Membership | undefined;
    }
  | {
      readonly part: "ban";
      readonly user: UserId;
      readonly value: Ban | undefined;
    }
  | {
      readonly part: "invite";
      readonly id: string;
      readonly value: Invite | undefined;
    }
  | {
      readonly part: "pen";
      readonly user: UserId;
      readonly value: Pen | undefined;
    };

const time = z.number().nonnegative();
const count = z.int().nonnegative();

const schemas = {
  rules: z.object({
    link: z.enum(LINK_ROLES),
    chat: z.enum(CHAT_MODES),
    isLocked: z.boolean(),
    passwordHash: z.string().optional(),
    passwords: count,
  }),
  member: z.object({
    name: z.string(),
    role: z.enum(GIVEN_ROLES).optional(),
    password: count.optional(),
  }),
  ban: z.object({ name: z.string(), at: time, addresses: z.array(z.string()) }),
  invite: z.object({
    role: z.enum(GIVEN_ROLES),
    tokenHash: z.string(),
    createdAt: time,
    expiresAt: time.optional(),
    usesLeft: count.optional(),
  }),
  pen: z.object({ until: time.optional() }),
};

/** What the storage is to keep under which key. */
export function toEntry(edit: AccessEdit): {
  readonly key: string;
  readonly value: string | undefined;
} {
  return {
    key: keyOf(edit),
    value: edit.value === undefined ? undefined : JSON.stringify(edit.value),
  };
}

/** Throws when an entry is not one that we have made: rather no board than one that is open to all. */
export function readAccess(entries: readonly AccessEntry[]): AccessState {
  return applyEdits(
    {
      rules: OPEN_RULES,
      members: new Map(),
      bans: new Map(),
      invites: new Map(),
      pens: new Map(),
    },
    entries.map(fromEntry),
  );
}

export function applyEdits(
  state: AccessState,
  edits: readonly AccessEdit[],
): AccessState {
  const next = {
    rules: state.rules,
    members: new Map(state.members),
    bans: new Map(state.bans),
    invites: new Map(state.invites),
    pens: new Map(state.pens),
  };
  for (const edit of edits)
    switch (edit.part) {
      case "rules":
        next.rules = edit.value;
        break;
      case "member":
        put(next.members, edit.user, edit.value);
        break;
      case "ban":
        put(next.bans, edit.user, edit.value);
        break;
      case "invite":
        put(next.invites, edit.id, edit.value);
        break;
      case "pen":
        put(next.pens, edit.user, edit.value);
        break;
    }
  return next;
}

function keyOf(edit: AccessEdit): string {
  switch (edit.part) {
    case "rules":
      return edit.part;
    case "invite":
      return `${edit.part}:${edit.id}`;
    default:
      return `${edit.part}:${edit.user}`;
  }
}

function fromEntry({ key, value }: AccessEntry): AccessEdit {
  const colon = key.indexOf(":");
  const part = colon < 0 ? key : key.slice(0, colon);
  const name = key.slice(colon + 1);
  const json: unknown = JSON.parse(value);
  switch (part) {
    case "rules":
      return { part, value: schemas.rules.parse(json) };
    case "member":
      return { part, user: asUserId(name), value: schemas.member.parse(json) };
    case "ban":
      return { part, user: asUserId(name), value: schemas.ban.parse(json) };
    case "pen":
      return { part, user: asUserId(name), value: schemas.pen.parse(json) };
    case "invite":
      return { part, id: name, value: schemas.invite.parse(json) };
    default:
      throw new Error(`There is no access entry "${key}".`);
  }
}

function put<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  value: Value | undefined,
): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}
