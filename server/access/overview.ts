import type { AccessOverview } from "@/core/protocol/access";
import type { AccessState } from "./access-state";
import { isExpired } from "./plan-redemption";
import { isValid } from "./standing";

/** What the owner is shown: what is in force at `now`, without secrets. */
export function overviewOf(state: AccessState, now: number): AccessOverview {
  const { rules, members, bans, invites, pens } = state;
  const { link, chat, isLocked, passwordHash } = rules;
  return {
    link,
    chat,
    isLocked,
    hasPassword: passwordHash !== undefined,
    members: [...members].flatMap(([user, { name, role }]) =>
      role ? [{ user, name, role }] : [],
    ),
    bans: [...bans].map(([user, { name, at, addresses }]) => ({
      user,
      name,
      at,
      withAddress: addresses.length > 0,
    })),
    invites: [...invites]
      .filter(([, invite]) => !isExpired(invite, now))
      .map(([id, { role, createdAt, expiresAt, usesLeft }]) => ({
        id,
        role,
        createdAt,
        expiresAt,
        usesLeft,
      })),
    pens: [...pens]
      .filter(([, pen]) => isValid(pen, now))
      .map(([user, { until }]) => ({ user, until })),
  };
}
