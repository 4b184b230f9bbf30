import type { Role } from "./control-message";

/** What a visitor may do who has nothing but the room's link. */
export type LinkRole = Exclude<Role, "owner"> | "none";

export const LINK_ROLES = ["editor", "commenter", "viewer", "none"] as const;
/** What an owner can give to others. */
export const GIVEN_ROLES = ["editor", "commenter", "viewer"] as const;
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** Who may write in the chat, of those whose role lets them: everybody, everybody a little at a time, or the owner alone. */
export const CHAT_MODES = ["everyone", "slow", "owner"] as const;
export type ChatMode = (typeof CHAT_MODES)[number];

/** What an owner does about a room and the people in it. */
export type AccessAction =
  | { do: "set-link"; role: LinkRole }
  | { do: "set-chat"; mode: ChatMode }
  /** While a room is locked only its owner draws, and whoever has been given the pen. */
  | { do: "lock"; on: boolean }
  /** Null for none: whoever comes without a role of their own has to give it. */
  | { do: "set-password"; password: string | null }
  /** Null for what the link gives. */
  | { do: "set-role"; user: string; role: GivenRole | null }
  /** Closes a person's sockets. They may come back. */
  | { do: "kick"; user: string }
  /** Keeps a person out, by their cookie and, if it is wanted, by the addresses from which they are here. */
  | { do: "ban"; user: string; withAddress: boolean }
  | { do: "unban"; user: string }
  /** Lets a person draw, whatever their role and the lock say: for so many milliseconds, or until it is taken back. */
  | { do: "give-pen"; user: string; forMs?: number | undefined }
  | { do: "take-pen"; user: string }
  /** Makes a link that gives a role. The answer has its token, which is told once. */
  | {
      do: "invite";
      role: GivenRole;
      /** Undefined for one that does not expire. */
      forMs?: number | undefined;
      /** Undefined for as many people as come. */
      uses?: number | undefined;
    }
  | { do: "revoke"; invite: string }
  | { do: "transfer"; user: string };

/** A person in the owner's list. */
export interface AccessMember {
  user: string;
  name: string;
  role: GivenRole;
}

export interface AccessBan {
  user: string;
  name: string;
  at: number;
  withAddress: boolean;
}

export interface AccessInvite {
  id: string;
  role: GivenRole;
  createdAt: number;
  expiresAt?: number | undefined;
  usesLeft?: number | undefined;
}

export interface AccessPen {
  user: string;
  until?: number | undefined;
}

/** All that an owner has decided about a room. Times are milliseconds since 1970, by the server's clock. */
export interface AccessOverview {
  link: LinkRole;
  chat: ChatMode;
  isLocked: boolean;
  hasPassword: boolean;
  members: AccessMember[];
  bans: AccessBan[];
  invites: AccessInvite[];
  pens: AccessPen[];
}
