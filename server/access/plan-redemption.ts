import { timingSafeEqual } from "node:crypto";
import type { UserId } from "@/core/base/ids";
import type { GivenRole } from "@/core/protocol/access";
import type { AccessEdit } from "./access-entries";
import { type AccessState, type Invite, isFull } from "./access-state";
import { hashToken } from "./tokens";

export interface Redemption {
  readonly user: UserId;
  readonly name: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** From the one that may least to the one that may most. */
const RANKS: readonly GivenRole[] = ["viewer", "commenter", "editor"];

/**
 * What has to change when somebody uses an invite. Nothing when it gives them no more than they have: then it is not used up
 * either. Undefined when there is no such invite any more.
 */
export function planRedemption(
  { invites, members }: AccessState,
  { user, name, token, now }: Redemption,
):
  | { readonly role: GivenRole; readonly edits: readonly AccessEdit[] }
  | undefined {
  const [id, invite] = findInvite(invites, token) ?? [];
  if (!id || !invite || isExpired(invite, now)) return undefined;
  if (isFull(members, user)) return undefined;
  const member = members.get(user);
  const { role, usesLeft } = invite;
  if (member?.role && RANKS.indexOf(member.role) >= RANKS.indexOf(role))
    return { role: member.role, edits: [] };
  const left =
    usesLeft === undefined ? invite : { ...invite, usesLeft: usesLeft - 1 };
  return {
    role,
    edits: [
      { part: "member", user, value: { ...member, name, role } },
      { part: "invite", id, value: left.usesLeft === 0 ? undefined : left },
    ],
  };
}

export const isExpired = ({ expiresAt }: Invite, now: number): boolean =>
  expiresAt !== undefined && now >= expiresAt;

function findInvite(
  invites: ReadonlyMap<string, Invite>,
  token: string,
): [string, Invite] | undefined {
  const hash = Buffer.from(hashToken(token));
  return [...invites].find(([, { tokenHash }]) => {
    const expected = Buffer.from(tokenHash);
    return expected.length === hash.length && timingSafeEqual(expected, hash);
  });
}
