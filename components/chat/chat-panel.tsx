import { useEffect, useState, type KeyboardEvent } from "react";
import type { BoardClient } from "@/client/create-board-client";
import type { BoardId } from "@/core/base/ids";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { ChatBody } from "./chat-body";
import { ChatHeader } from "./chat-header";

interface ChatPanelProps {
  readonly room: BoardId;
  readonly client: BoardClient;
  readonly onClose: () => void;
}

/** The chat beside the board; on a phone a sheet over its lower part. */
export function ChatPanel({ room, client, onClose }: ChatPanelProps) {
  const t = useTranslations("chat");
  const chat = useStore(client.chat.whole);
  const [isSearching, setSearching] = useState(false);
  useEffect(() => client.chat.load(), [client]);
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys typed here are not for the tools.
    event.stopPropagation();
    // Whatever is open over the chat has answered it already.
    if (event.isDefaultPrevented() || event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onClose();
  };
  return (
    <section
      aria-label={t("title")}
      onKeyDown={onKeyDown}
      className="bg-surface shadow-panel max-sm:shadow-float sm:animate-slide-in max-sm:animate-rise pointer-events-auto absolute z-20 flex flex-col overflow-hidden max-sm:inset-x-0 max-sm:bottom-0 max-sm:h-[min(76dvh,38rem)] max-sm:rounded-t-sheet max-sm:pb-[env(safe-area-inset-bottom)] sm:top-18 sm:right-3 sm:bottom-18 sm:w-80 sm:rounded-panel"
    >
      <ChatHeader
        room={room}
        chat={chat}
        isSearching={isSearching}
        onSearch={() => setSearching(!isSearching)}
        onClose={onClose}
      />
      {chat && (
        <ChatBody
          chat={chat}
          client={client}
          isSearching={isSearching}
          onSearched={() => setSearching(false)}
        />
      )}
    </section>
  );
}
