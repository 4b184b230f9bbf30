import type { Box } from "../geometry/box";
import type { BoardPoint } from "../geometry/point";
import type { AccessAction, AccessOverview, ChatMode } from "./access";
import type { Reaction } from "./reactions";

export type Role = "owner" | "editor" | "commenter" | "viewer";

/** What a member may do now, and why. */
export interface RoleNotice {
  role: Role;
  mayDraw: boolean;
  mayChat: boolean;
  /** Whether the room is locked for all but its owner and whoever has the pen. */
  isLocked: boolean;
  chat: ChatMode;
  /** Whether they have been given the pen. */
  hasPen: boolean;
  /** When it is taken back; undefined when that is left open. Milliseconds since 1970, by the server's clock. */
  penUntil?: number | undefined;
}

/** One connection of a person; two tabs of one browser are two members with the same user. */
export interface Member {
  /** Stands for this connection in live frames. */
  slot: number;
  user: string;
  name: string;
  /** As `#rrggbb`. */
  colour: string;
  /** Milliseconds since 1970, by the server's clock. */
  joinedAt: number;
  /** Whether the room is theirs. */
  isOwner?: boolean | undefined;
}

/** What a member does, as far as the others are to see it. */
export interface Activity {
  /** Ids of the shapes they have selected. Empty when they are more than MAX_SHOWN_SELECTION. */
  selection: string[];
  /** The name of the tool in their hand. */
  tool: string;
  /** Whether they have left the page alone, or look at another. */
  idle: boolean;
  /** The slot of the member whose view they follow. */
  following?: number | undefined;
}

/** A person who is called by name in a chat message: its text holds `@` and the name. */
export interface Mention {
  user: string;
  name: string;
}

export interface ChatMessage {
  seq: number;
  id: string;
  author: string;
  name: string;
  text: string;
  /** Milliseconds since 1970, by the server's clock. */
  at: number;
  nonce: string;
  /** The seq of the message that it answers. */
  replyTo?: number | undefined;
  mentions?: Mention[] | undefined;
  /** The ids of shapes that it points to; not all of them need be on the board. */
  shapes?: string[] | undefined;
  /** When its author last changed the text. */
  editedAt?: number | undefined;
  /** When its author took it back: then nothing of it is left. */
  deletedAt?: number | undefined;
}

/** A chat message that waits for a person, in whatever room. */
export interface Notification {
  room: string;
  seq: number;
  /** The author's. */
  name: string;
  /** The beginning of the message. */
  text: string;
  /** When it was written. Milliseconds since 1970, by the server's clock. */
  at: number;
  reason: "mention" | "reply";
}

/** What a member may send. */
export type ClientControl =
  | {
      kind: "hello";
      protocol: number;
      name: string;
      colour?: string | undefined;
      clientId: number;
    }
  | { kind: "barrier"; n: number }
  | {
      kind: "chat";
      nonce: string;
      text: string;
      replyTo?: number | undefined;
      mentions?: Mention[] | undefined;
      shapes?: string[] | undefined;
    }
  | { kind: "chat-edit"; seq: number; text: string }
  | { kind: "chat-delete"; seq: number }
  | { kind: "chat-typing" }
  | { kind: "chat-history"; before?: number | undefined }
  | {
      kind: "chat-search";
      /** Comes back in the answer. */
      n: number;
      query: string;
      before?: number | undefined;
    }
  | { kind: "notification-seen"; room: string; seq: number }
  | { kind: "look"; at: BoardPoint }
  | ({ kind: "presence"; hand: boolean } & Activity)
  | { kind: "say"; text: string }
  | { kind: "reaction"; emoji: Reaction; at: BoardPoint }
  | { kind: "summon"; box: Box }
  | {
      kind: "manage";
      /** Comes back in the answer. */
      n: number;
      action: AccessAction;
    };

/** What the server sends. */
export type ServerControl =
  | {
      kind: "welcome";
      user: string;
      role: Role;
      slot: number;
      epoch: string;
      seq: number;
      time: number;
      limits: { chatLength: number; roomBytes: number };
    }
  | {
      kind: "roster";
      /** Whether `joined` is everybody who is here, and not only what changed. */
      full: boolean;
      /** New members, and members whose name or colour changed. */
      joined: Member[];
      /** Slots of members who left. */
      left: number[];
    }
  | ({ kind: "role" } & RoleNotice)
  | ({ kind: "access" } & AccessOverview)
  | {
      kind: "managed";
      n: number;
      /** That of a new invite. */
      token?: string | undefined;
    }
  | { kind: "count"; people: number; version: number }
  | {
      kind: "digest";
      /** Of the room's document, by `documentDigest`. */
      digest: string;
    }
  | { kind: "seq"; seq: number }
  | { kind: "saved"; n: number; seq: number }
  | {
      kind: "unsaved";
      n: number;
      code: "PENDING" | "STORAGE" | "ROOM_TOO_LARGE" | "MAY_NOT_DRAW";
    }
  | { kind: "chat"; message: ChatMessage }
  | { kind: "chat-history"; messages: ChatMessage[]; hasMore: boolean }
  | ({
      kind: "presence";
      slot: number;
      /** Since when their hand is raised, by the server's clock; undefined while it is not. */
      handRaisedAt?: number | undefined;
    } & Activity)
  | {
      kind: "say";
      slot: number;
      /** Empty once it is taken back. */
      text: string;
    }
  | { kind: "reaction"; slot: number; emoji: Reaction; at: BoardPoint }
  | { kind: "summon"; slot: number; box: Box }
  | {
      kind: "chat-found";
      n: number;
      /** The newest first. */
      messages: ChatMessage[];
      hasMore: boolean;
    }
  | { kind: "typing"; user: string }
  | {
      kind: "visit";
      event: "joined" | "left";
      user: string;
      name: string;
      at: number;
    }
  | {
      kind: "notifications";
      /** All that wait, the newest first. */
      items: Notification[];
    }
  | { kind: "look"; slot: number; at: BoardPoint }
  | { kind: "notice"; code: "NOT_SAVED" | "SAVED_AGAIN" | "ROOM_LARGE" }
  | {
      kind: "error";
      code:
        | "CHAT_TOO_FAST"
        | "CHAT_NOT_STORED"
        | "CHAT_NOT_LOADED"
        | "SAY_TOO_FAST"
        | "REACTION_TOO_FAST"
        | "SUMMON_TOO_SOON"
        | "CHAT_NOT_YOURS"
        | "CHAT_NO_SUCH_MESSAGE"
        | "SEARCH_TOO_FAST"
        | "SEARCH_FAILED"
        | "LOOK_TOO_FAST"
        | "MAY_NOT_DRAW"
        | "MAY_NOT_CHAT"
        | "CHAT_SLOW"
        | "MAY_NOT_MANAGE"
        | "CANNOT_MANAGE"
        | "ACCESS_NOT_STORED";
      /** The nonce of the chat message that was refused. */
      nonce?: string | undefined;
      /** The message that was not edited or deleted. */
      seq?: number | undefined;
      /** The search that was not made, or what was not managed. */
      n?: number | undefined;
    };
