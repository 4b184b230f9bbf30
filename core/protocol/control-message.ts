export type Role = "owner" | "editor" | "commenter" | "viewer";

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

/** A place on the board. */
export interface Place {
  x: number;
  y: number;
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
  | { kind: "look"; at: Place };

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
  | { kind: "count"; people: number; version: number }
  | { kind: "seq"; seq: number }
  | { kind: "saved"; n: number; seq: number }
  | {
      kind: "unsaved";
      n: number;
      code: "PENDING" | "STORAGE" | "ROOM_TOO_LARGE";
    }
  | { kind: "chat"; message: ChatMessage }
  | { kind: "chat-history"; messages: ChatMessage[]; hasMore: boolean }
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
  | { kind: "look"; slot: number; at: Place }
  | { kind: "notice"; code: "NOT_SAVED" | "SAVED_AGAIN" | "ROOM_LARGE" }
  | {
      kind: "error";
      code:
        | "CHAT_TOO_FAST"
        | "CHAT_NOT_STORED"
        | "CHAT_NOT_LOADED"
        | "CHAT_NOT_YOURS"
        | "CHAT_NO_SUCH_MESSAGE"
        | "SEARCH_TOO_FAST"
        | "SEARCH_FAILED"
        | "LOOK_TOO_FAST";
      /** The nonce of the chat message that was refused. */
      nonce?: string | undefined;
      /** The message that was not edited or deleted. */
      seq?: number | undefined;
      /** The search that was not made. */
      n?: number | undefined;
    };
