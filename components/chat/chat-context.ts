import { createContext, use } from "react";
import type { Chat } from "@/client/chat/chat";
import type { BoardClient } from "@/client/create-board-client";
import type { ChatMessage } from "@/core/protocol/control-message";

/** What the parts of an open chat share. */
export interface ChatValue {
  readonly chat: Chat;
  readonly client: BoardClient;
  readonly onReply: (message: ChatMessage) => void;
  readonly onEdit: (message: ChatMessage) => void;
  readonly onDelete: (message: ChatMessage) => void;
  /** Takes the person to shapes of the board. */
  readonly onShow: (shapes: readonly string[]) => void;
}

export const ChatContext = createContext<ChatValue | undefined>(undefined);

/** The chat that this part belongs to. Throws outside of one. */
export function useChat(): ChatValue {
  const value = use(ChatContext);
  if (!value) throw new Error("There is no chat round this part.");
  return value;
}
