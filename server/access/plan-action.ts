import { unreachable } from "@/core/base/assert";
import { asUserId, type UserId } from "@/core/base/ids";
import { randomId, type Random } from "@/core/base/random";
import type { AccessAction, GivenRole } from "@/core/protocol/access";
import { MAX_BANS, MAX_INVITES, MAX_PENS } from "@/core/protocol/limits";
import type { AccessEdit } from "./access-entries";
import { type AccessState, isFull, type Rules } from "./access-state";
import { isExpired } from "./plan-redemption";
import { hashToken, makeToken } from "./tokens";

/** What an action brings about. */
export interface ActionPlan {
  readonly edits: readonly AccessEdit[];
  readonly owner?: UserId;
  /** Whose sockets are to be closed. */
  readonly kicked?: UserId;
  /** That of a new invite. */
  readonly token?: string;
}

export interface ActionSurroundings {
  readonly state: AccessState;
  readonly owner: UserId;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly random: Random;
  /** What a person is called who is here or is known; undefined for anybody else. */
  readonly nameOf: (user: UserId) => string | undefined;
  /** From where a person is here. */
  readonly addressesOf: (user: UserId) => readonly string[];
  /** That of the password that is to be set. */
  readonly passwordHash: string | undefined;
}

/** What has to change for an action. Undefined when it cannot be done: nobody does this to the owner or to a stranger, or there are too many. */
export function planAction(
  action: AccessAction,
  around: ActionSurroundings,
): ActionPlan | undefined {
  const { state, passwordHash } = around;
  switch (action.do) {
    case "set-link":
      return planRules(state, { link: action.role });
    case "set-chat":
      return planRules(state, { chat: action.mode });
    case "lock":
      return planRules(state, { isLocked: action.on });
    case "set-password":
      return planPassword(state, passwordHash);
    case "invite":
      return planInvite(action, around);
    case "revoke":
      if (!state.invites.has(action.invite)) return undefined;
      return {
        edits: [{ part: "invite", id: action.invite, value: undefined }],
      };
    case "unban":
      return planRemoval(state.bans, "ban", asUserId(action.user));
    case "take-pen":
      return planRemoval(state.pens, "pen", asUserId(action.user));
    default:
      return planForPerson(action, around);
  }
}

type PersonAction = Extract<
  AccessAction,
  { do: "kick" | "ban" | "set-role" | "give-pen" | "transfer" }
>;

function planForPerson(
  action: PersonAction,
  around: ActionSurroundings,
): ActionPlan | undefined {
  const { state, now, owner } = around;
  const user = asUserId(action.user);
  const name = around.nameOf(user);
  if (user === owner || name === undefined) return undefined;
  switch (action.do) {
    case "kick":
      return { edits: [], kicked: user };
    case "ban": {
      if (state.bans.size >= MAX_BANS) return undefined;
      const addresses = action.withAddress ? around.addressesOf(user) : [];
      const value = { name, at: now, addresses };
      // Whoever is let in again begins as everybody does.
      const rest = [removal("member", user), removal("pen", user)];
      return { edits: [{ part: "ban", user, value }, ...rest] };
    }
    case "set-role":
      return planRole(state, { user, name, role: action.role ?? undefined });
    case "give-pen": {
      if (state.pens.size >= MAX_PENS) return undefined;
      const { forMs } = action;
      const value = forMs === undefined ? {} : { until: now + forMs };
      return { edits: [{ part: "pen", user, value }] };
    }
    case "transfer": {
      if (state.bans.has(user)) return undefined;
      const before = {
        name: around.nameOf(owner) ?? "",
        role: "editor",
      } as const;
      return {
        edits: [
          removal("member", user),
          { part: "member", user: owner, value: before },
        ],
        owner: user,
      };
    }
    default:
      return unreachable(action);
  }
}

function planRules(
  { rules }: AccessState,
  changed: Partial<Rules>,
): ActionPlan {
  return { edits: [{ part: "rules", value: { ...rules, ...changed } }] };
}

/** Whoever has given the last one, and has no role, is forgotten: it is of no use to them any more. */
function planPassword(
  state: AccessState,
  passwordHash: string | undefined,
): ActionPlan {
  const passwords =
    state.rules.passwords + (passwordHash === undefined ? 0 : 1);
  const guests = [...state.members].filter(([, { role }]) => !role);
  const { edits } = planRules(state, { passwordHash, passwords });
  return {
    edits: [...edits, ...guests.map(([user]) => removal("member", user))],
  };
}

function planRole(
  { members }: AccessState,
  {
    user,
    name,
    role,
  }: { user: UserId; name: string; role: GivenRole | undefined },
): ActionPlan | undefined {
  if (role && isFull(members, user)) return undefined;
  const { password } = members.get(user) ?? {};
  const isKnown = role !== undefined || password !== undefined;
  const value = isKnown ? { name, role, password } : undefined;
  return { edits: [{ part: "member", user, value }] };
}

function planInvite(
  { role, forMs, uses }: Extract<AccessAction, { do: "invite" }>,
  { state, now, random }: ActionSurroundings,
): ActionPlan | undefined {
  const expired = [...state.invites].filter(([, one]) => isExpired(one, now));
  if (state.invites.size - expired.length >= MAX_INVITES) return undefined;
  const token = makeToken(random);
  const value = {
    role,
    tokenHash: hashToken(token),
    createdAt: now,
    ...(forMs !== undefined && { expiresAt: now + forMs }),
    ...(uses !== undefined && { usesLeft: uses }),
  };
  return {
    edits: [
      ...expired.map(([id]): AccessEdit => ({
        part: "invite",
        id,
        value: undefined,
      })),
      { part: "invite", id: randomId(random), value },
    ],
    token,
  };
}

const planRemoval = (
  from: ReadonlyMap<UserId, unknown>,
  part: "ban" | "pen",
  user: UserId,
): ActionPlan | undefined =>
  from.has(user) ? { edits: [removal(part, user)] } : undefined;

const removal = (part: "member" | "ban" | "pen", user: UserId): AccessEdit => ({
  part,
  user,
  value: undefined,
});
