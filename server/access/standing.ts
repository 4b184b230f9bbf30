import type { UserId } from "@/core/base/ids";
import type { RoleNotice } from "@/core/protocol/control-message";
import type { AccessState, Pen } from "./access-state";

/** One who is in a room, or would like to be. */
export interface Visitor {
  readonly user: UserId;
  /** By `addressKey`. */
  readonly address: string;
}

/** Why somebody is kept out. */
export type Refusal = "BANNED" | "PASSWORD_NEEDED" | "NO_ACCESS";

/** What somebody may do, or why they may not even come in. */
export type Standing = Admitted | { readonly refusal: Refusal };
export type Admitted = Readonly<RoleNotice> & { readonly refusal?: undefined };

export interface StandingQuestion {
  readonly state: AccessState;
  /** Undefined while the room is nobody's. */
  readonly owner: UserId | undefined;
  readonly visitor: Visitor;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The one place that decides what somebody may do in a room. Sockets, the HTTP API and files all ask here. */
export function standingOf({
  state,
  owner,
  visitor,
  now,
}: StandingQuestion): Standing {
  const { rules, members, pens } = state;
  const { user } = visitor;
  const { isLocked, chat } = rules;
  if (user === owner)
    return {
      role: "owner",
      mayDraw: true,
      mayChat: true,
      isLocked,
      chat,
      hasPen: false,
    };
  const member = members.get(user);
  if (isBanned(state, visitor)) return { refusal: "BANNED" };
  if (
    rules.passwordHash !== undefined &&
    !member?.role &&
    member?.password !== rules.passwords
  )
    return { refusal: "PASSWORD_NEEDED" };
  const role = member?.role ?? rules.link;
  if (role === "none") return { refusal: "NO_ACCESS" };
  const pen = pens.get(user);
  const hasPen = pen !== undefined && isValid(pen, now);
  return {
    role,
    mayDraw: hasPen || (role === "editor" && !isLocked),
    mayChat: role !== "viewer" && chat !== "owner",
    isLocked,
    chat,
    hasPen,
    ...(hasPen && pen.until !== undefined && { penUntil: pen.until }),
  };
}

/** Whether two answers mean the same to whom they are about. */
export function isSameStanding(a: Admitted, b: Admitted): boolean {
  return (
    a.role === b.role &&
    a.mayDraw === b.mayDraw &&
    a.mayChat === b.mayChat &&
    a.isLocked === b.isLocked &&
    a.chat === b.chat &&
    a.hasPen === b.hasPen &&
    a.penUntil === b.penUntil
  );
}

export const isValid = ({ until }: Pen, now: number): boolean =>
  until === undefined || now < until;

/** By address nobody is banned who has a role of their own: a class may share one. */
function isBanned(
  { bans, members }: AccessState,
  { user, address }: Visitor,
): boolean {
  if (bans.has(user)) return true;
  if (members.get(user)?.role) return false;
  for (const { addresses } of bans.values())
    if (addresses.includes(address)) return true;
  return false;
}
