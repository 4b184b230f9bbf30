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

export interface ChatMessage {
  seq: number;
  id: string;
  author: string;
  name: string;
  text: string;
  /** Milliseconds since 1970, by the server's clock. */
  at: number;
  nonce: string;
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
  | { kind: "chat"; nonce: string; text: string }
  | { kind: "chat-history"; before?: number | undefined };

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
  | { kind: "notice"; code: "NOT_SAVED" | "SAVED_AGAIN" | "ROOM_LARGE" }
  | {
      kind: "error";
      code: "CHAT_TOO_FAST" | "CHAT_NOT_STORED" | "CHAT_NOT_LOADED";
      /** The nonce of the chat message that was refused. */
      nonce?: string | undefined;
    };
