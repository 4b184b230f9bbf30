import { Search, X } from "lucide-react";
import type { Chat } from "@/client/chat/chat";
import type { BoardId } from "@/core/base/ids";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { ChatMenuButton } from "./chat-menu-button";
import { WaitingButton } from "./waiting-button";

interface ChatHeaderProps {
  readonly room: BoardId;
  /** Undefined until its code has come. */
  readonly chat: Chat | undefined;
  readonly isSearching: boolean;
  readonly onSearch: () => void;
  readonly onClose: () => void;
}

export function ChatHeader({
  room,
  chat,
  isSearching,
  onSearch,
  onClose,
}: ChatHeaderProps) {
  const t = useTranslations("chat");
  return (
    <header className="flex items-center py-1 pr-1 pl-4">
      <h2 className="mr-auto font-semibold">{t("title")}</h2>
      {chat && <WaitingButton chat={chat} room={room} />}
      <IconButton
        label={t("search")}
        aria-expanded={isSearching}
        onClick={onSearch}
      >
        <Search aria-hidden="true" />
      </IconButton>
      <ChatMenuButton />
      <IconButton label={t("close")} shortcut="Escape" onClick={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </header>
  );
}
