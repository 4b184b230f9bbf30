import type { UserId } from "@/core/base/ids";
import type { ChatMode, GivenRole, LinkRole } from "@/core/protocol/access";
import { MAX_MEMBERSHIPS } from "@/core/protocol/limits";

/** What the owner has decided for everybody. */
export interface Rules {
  readonly link: LinkRole;
  readonly chat: ChatMode;
  readonly isLocked: boolean;
  /** By `hashPassword`. Undefined for a room without a password. */
  readonly passwordHash?: string | undefined;
  /** How many passwords the room has had: whoever gave an older one has to give the new one. */
  readonly passwords: number;
}

/** What is known of one person. Times are milliseconds since 1970. */
export interface Membership {
  readonly name: string;
  /** Undefined for who has what the link gives. */
  readonly role?: GivenRole | undefined;
  /** Which of the room's passwords they have given; 1 for its first. */
  readonly password?: number | undefined;
}

export interface Ban {
  readonly name: string;
  readonly at: number;
  /** From which nobody comes in without a role of their own. By `addressKey`. */
  readonly addresses: readonly string[];
}

export interface Invite {
  readonly role: GivenRole;
  /** SHA-256 of the token, in base64url. */
  readonly tokenHash: string;
  readonly createdAt: number;
  readonly expiresAt?: number | undefined;
  readonly usesLeft?: number | undefined;
}

export interface Pen {
  readonly until?: number | undefined;
}

/** Who may do what in a room, apart from whose it is. Never changed: a decision makes another one. */
export interface AccessState {
  readonly rules: Rules;
  readonly members: ReadonlyMap<UserId, Membership>;
  readonly bans: ReadonlyMap<UserId, Ban>;
  readonly invites: ReadonlyMap<string, Invite>;
  readonly pens: ReadonlyMap<UserId, Pen>;
}

/** Whether a room has no place left for one more of whom something is known. */
export const isFull = (
  members: AccessState["members"],
  user: UserId,
): boolean => members.size >= MAX_MEMBERSHIPS && !members.has(user);

/** A room that nobody has decided anything about: whoever has the link draws. */
export const OPEN_RULES: Rules = {
  link: "editor",
  chat: "everyone",
  isLocked: false,
  passwords: 0,
};
