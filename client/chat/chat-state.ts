import type { ChatMessage, Mention } from "@/core/protocol/control-message";

/** What a person writes. */
export interface Draft {
  readonly text: string;
  /** The seq of the message that it answers. */
  readonly replyTo?: number | undefined;
  readonly mentions?: readonly Mention[] | undefined;
  /** The ids of the shapes that it points to. */
  readonly shapes?: readonly string[] | undefined;
}

/** A message of this browser that the server has not stored yet. */
export interface OutgoingMessage extends Draft {
  readonly nonce: string;
  /** `waiting` for the line or the answer, or `refused` by the server. */
  readonly state: "waiting" | "refused";
}

export interface ChatState {
  /** By rising seq, without gaps. */
  readonly messages: readonly ChatMessage[];
  readonly outgoing: readonly OutgoingMessage[];
  /** Whether older messages than these can be loaded. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Messages of others that came since the chat was last read. */
  readonly unread: number;
  /** The seq of the first message that was unread when the chat was opened; undefined while it is closed or all was read. */
  readonly newFrom: number | undefined;
  /** The message that the reader is being taken to. */
  readonly target: number | undefined;
  /** Whether the server has refused the last change of a message. */
  readonly hasFailedToChange: boolean;
}

/** Somebody has come or gone. */
export interface ChatVisit {
  readonly event: "joined" | "left";
  readonly user: string;
  readonly name: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
}

/** What is looked for in the chat, and what has been found so far. */
export interface SearchState {
  readonly query: string;
  /** The newest first. */
  readonly found: readonly ChatMessage[];
  readonly hasMore: boolean;
  readonly isSearching: boolean;
  readonly hasFailed: boolean;
}
