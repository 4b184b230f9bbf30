import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";
import { Composer } from "./composer";
import { MessageList } from "./message-list";

interface ChatPanelProps {
  readonly client: BoardClient;
  readonly onClose: () => void;
}

/** The chat beside the board; on a phone a sheet over its lower part. */
export function ChatPanel({ client, onClose }: ChatPanelProps) {
  const t = useTranslations("chat");
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys typed here are not for the tools.
    event.stopPropagation();
    if (event.key === "Escape" && !event.nativeEvent.isComposing) onClose();
  };
  return (
    <section
      aria-label={t("title")}
      onKeyDown={onKeyDown}
      className="bg-surface shadow-panel max-sm:shadow-float sm:animate-slide-in max-sm:animate-rise pointer-events-auto absolute z-20 flex flex-col overflow-hidden max-sm:inset-x-0 max-sm:bottom-0 max-sm:h-[min(76dvh,38rem)] max-sm:rounded-t-sheet max-sm:pb-[env(safe-area-inset-bottom)] sm:top-18 sm:right-3 sm:bottom-18 sm:w-80 sm:rounded-panel"
    >
      <header className="flex items-center justify-between py-1 pr-1 pl-4">
        <h2 className="font-semibold">{t("title")}</h2>
        <IconButton label={t("close")} shortcut="Escape" onClick={onClose}>
          <X aria-hidden="true" />
        </IconButton>
      </header>
      <MessageList client={client} />
      <Composer onSend={(text) => client.chat.send(text)} />
    </section>
  );
}
