import type { ChatMessage } from "@/core/protocol/control-message";

/** A message of this page that the server has not stored yet. */
export interface OutgoingMessage {
  readonly nonce: string;
  readonly text: string;
  /** `waiting` for the line or the answer, or `refused` by the server. */
  readonly state: "waiting" | "refused";
}

export interface ChatState {
  /** By rising seq. */
  readonly messages: readonly ChatMessage[];
  readonly outgoing: readonly OutgoingMessage[];
  /** Whether older messages than these can be loaded. */
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Messages of others that came since the chat was last read. */
  readonly unread: number;
}
